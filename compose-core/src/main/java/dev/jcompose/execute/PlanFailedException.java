package dev.jcompose.execute;

import dev.jcompose.plan.Step;
import dev.jcompose.source.ComposeException;
import java.util.List;
import java.util.stream.Collectors;

/** One or more steps of a plan failed. */
public final class PlanFailedException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Failure> failures;

    PlanFailedException(List<Failure> failures) {
        super(failures.stream().map(Failure::toString).collect(Collectors.joining("\n")), failures.getFirst().cause());
        this.failures = List.copyOf(failures);
    }

    /** At least one, in the order of the plan. */
    public List<Failure> failures() {
        return failures;
    }

    /**
     * A step and why it failed.
     */
    public record Failure(Step step, ComposeException cause) {
        /** {@code container shop-web-1: start: port 80 is already allocated}. */
        @Override
        public String toString() {
            String message = String.valueOf(cause.getMessage());
            String subject = step.action().kind() + " " + step.action().name() + ": ";
            return message.startsWith(subject) ? message : subject + step.action().verb() + ": " + message;
        }
    }
}
