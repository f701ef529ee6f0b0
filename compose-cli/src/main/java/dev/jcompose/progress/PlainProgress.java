package dev.jcompose.progress;

import dev.jcompose.execute.Event;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Step;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** One line an event, for logs and pipes, as docker compose 2.40 writes them. */
public final class PlainProgress implements Display {
    private static final Pattern INSTRUCTION = Pattern.compile("\\[(?:\\S+ )*\\d+/\\d+\\] ");

    private final PrintStream out;
    private final Wording wording = new Wording();
    private final Set<String> instructions = new HashSet<>();

    public PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.StepStarted started -> wording.of(started.step())
                    .forEach(phrase -> state(started.step(), phrase.subject(), phrase.doing()));
            case Event.StepDone done -> wording.of(done.step()).forEach(phrase -> state(done.step(), phrase.subject(),
                    done.outcome().isEmpty() ? phrase.done() : done.outcome()));
            case Event.StepFailed failed -> wording.of(failed.step())
                    .forEach(phrase -> state(failed.step(), phrase.subject(), "Error"));
            case Event.StepProgress progress -> {
                // Counts that move are for terminals.
                if (progress.step().action() instanceof Action.BuildImages) {
                    building(progress.part(), progress.status());
                }
            }
            case Event.Notice notice -> out.println("warning: " + notice.text());
            case Event.Output output -> out.println(output.line());
        }
        out.flush();
    }

    @Override
    public synchronized void found(String subject, String state) {
        out.println(" " + subject + "  " + state);
        out.flush();
    }

    /** The instructions of Dockerfiles, as each begins or turns out to have been done before. */
    private void building(String part, String status) {
        boolean cached = status.equals("cached");
        if (INSTRUCTION.matcher(part).lookingAt() && (cached || status.equals("running")) && instructions.add(part)) {
            out.println(" " + part + (cached ? "  cached" : ""));
        }
    }

    /** docker compose has the word in another column where an image is fetched. */
    private void state(Step step, String subject, String state) {
        if (!state.isEmpty()) {
            out.println(step.action() instanceof Action.PullImage
                    ? " " + subject + " " + state + " "
                    : " " + subject + "  " + state);
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
