package dev.jcompose.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers steps and numbers them. Not safe for use by several threads. */
final class PlanBuilder {
    private final List<Step> steps = new ArrayList<>();
    private final Set<Notice> notices = new LinkedHashSet<>();
    private final List<Question> questions = new ArrayList<>();

    /** Adds a step; {@code after} are steps that this method gave. */
    Step add(Action action, String cause, Collection<Step> after) {
        Step step = new Step(steps.size() + 1, action, after.stream().map(Step::id).toList(), cause);
        steps.add(step);
        return step;
    }

    Step add(Action action, String cause, Step... after) {
        return add(action, cause, List.of(after));
    }

    /** All steps so far. */
    List<Step> all() {
        return List.copyOf(steps);
    }

    void notice(String text) {
        notices.add(new Notice(text));
    }

    void ask(Question question) {
        questions.add(question);
    }

    Plan build() {
        return new Plan(steps, List.copyOf(notices), questions);
    }
}
