package dev.jcompose.execute;

import dev.jcompose.plan.Step;
import dev.jcompose.source.ComposeException;
import java.time.Duration;

/** What happens while a plan is carried out. */
public sealed interface Event {

    /** A step's predecessors are done and it has begun. */
    record StepStarted(Step step) implements Event {}

    /**
     * A step that takes long has got further.
     *
     * @param part
     *            what of it, such as an image layer's id; empty for the whole
     * @param status
     *            a word or two
     * @param current
     *            units done, -1 if unknown
     * @param total
     *            units in all, -1 if unknown
     */
    record StepProgress(Step step, String part, String status, long current, long total) implements Event {}

    /**
     * A step has ended well.
     *
     * @param took
     *            since it began
     * @param outcome
     *            what came of it where that is not plain from the action (such as {@code skipped}); may be empty
     */
    record StepDone(Step step, Duration took, String outcome) implements Event {}

    /** A step has failed; what depends on it is not begun. */
    record StepFailed(Step step, Duration took, ComposeException cause) implements Event {}

    /** A warning. */
    record Notice(String text) implements Event {}

    /** A line that a container, a hook or a provider wrote while the plan ran. */
    record Output(Step step, String line) implements Event {}
}
