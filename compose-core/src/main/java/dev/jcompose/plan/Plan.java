package dev.jcompose.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that will be done, in an order in which it could be done one by one.
 *
 * @param steps
 *            each after every step that it depends on
 * @param notices
 *            what the user should know, in the order found
 * @param questions
 *            what must be confirmed before data is lost; answered, the answer goes into the options and planning runs
 *            again
 */
public record Plan(List<Step> steps, List<Notice> notices, List<Question> questions) {
    public Plan {
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
        questions = List.copyOf(questions);
    }

    /** Whether carrying the plan out would change nothing in the engine. */
    public boolean isEmpty() {
        return steps.stream().noneMatch(step -> step.action().changes());
    }

    /** The same plan, which also says of every unanswered question what is left undone. */
    public Plan withDenials() {
        List<Notice> all = new ArrayList<>(notices);
        questions.forEach(question -> all.add(question.whenDenied()));
        return new Plan(steps, all, questions);
    }

    /** One line a step: {@code #2 container shop-db-1  create  no container yet  after #1}. */
    @Override
    public String toString() {
        if (steps.isEmpty()) {
            return "";
        }
        int idWidth = 1 + String.valueOf(steps.getLast().id()).length();
        int nameWidth = width(steps.stream().map(step -> subject(step)).toList());
        int verbWidth = width(steps.stream().map(step -> step.action().verb()).toList());
        int causeWidth = width(steps.stream().map(Step::cause).toList());
        return steps.stream()
                .map(step -> String.format("%-" + idWidth + "s %-" + nameWidth + "s  %-" + verbWidth + "s  %-"
                        + causeWidth + "s  %s", "#" + step.id(), subject(step), step.action().verb(), step.cause(),
                        after(step)).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static String subject(Step step) {
        return step.action().kind() + " " + step.action().name();
    }

    private static String after(Step step) {
        return step.dependsOn().isEmpty()
                ? ""
                : "after " + step.dependsOn().stream().map(id -> "#" + id).collect(Collectors.joining(" "));
    }

    private static int width(List<String> texts) {
        return Math.min(60, texts.stream().mapToInt(String::length).max().orElse(1));
    }
}
