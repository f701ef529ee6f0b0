package dev.jcompose.execute;

import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Health;
import dev.jcompose.model.Dependency;
import java.time.Instant;

/** Whether a container is what is waited for. */
sealed interface Verdict {
    /** It is. */
    record Ready() implements Verdict {}

    /** Not yet. */
    record Pending() implements Verdict {}

    /** It is not and will not be. */
    record Failed(String why, ContainerDetails container) implements Verdict {}

    /** Whether a single replica stands for all of its service. */
    static boolean oneDecides(Dependency.Condition condition) {
        return condition == Dependency.Condition.SERVICE_COMPLETED_SUCCESSFULLY;
    }

    static Verdict of(ContainerDetails container, Dependency.Condition condition, String service) {
        boolean ended = container.state().status() == ContainerStatus.EXITED
                || container.state().status() == ContainerStatus.DEAD;
        int code = container.state().exitCode();
        return switch (condition) {
            case SERVICE_STARTED -> new Ready();
            case SERVICE_COMPLETED_SUCCESSFULLY -> !ended
                    ? new Pending()
                    : code == 0
                            ? new Ready()
                            : new Failed("service \"" + service + "\" didn't complete successfully: exit " + code,
                                    container);
            case SERVICE_HEALTHY -> ended
                    ? new Failed("dependency failed to start: container " + container.name() + " exited (" + code + ")",
                            container)
                    : healthy(container, true);
            case RUNNING_OR_HEALTHY -> ended ? endedAtOnce(container) : healthy(container, false);
        };
    }

    /** One that was to run once and did so is as ready as it can be. */
    private static Verdict endedAtOnce(ContainerDetails container) {
        return container.state().exitCode() == 0
                ? new Ready()
                : new Failed("container " + container.name() + " exited (" + container.state().exitCode() + ")",
                        container);
    }

    private static Verdict healthy(ContainerDetails container, boolean checkRequired) {
        if (!container.state().isRunning()) {
            return new Pending();
        }
        Health health = container.state().health();
        if (health.status() == Health.Status.NONE && !container.config().hasHealthCheck()) {
            return checkRequired
                    ? new Failed("dependency failed to start: container " + container.name()
                            + " has no healthcheck configured", container)
                    : new Ready();
        }
        return switch (health.status()) {
            case HEALTHY -> isStale(container) ? new Pending() : new Ready();
            case UNHEALTHY -> isStale(container)
                    ? new Pending()
                    : new Failed((checkRequired ? "dependency failed to start: " : "") + "container "
                            + container.name() + " is unhealthy", container);
            case NONE, STARTING -> new Pending();
        };
    }

    /** What a probe found before the last start says nothing of now. */
    private static boolean isStale(ContainerDetails container) {
        Instant started = container.state().startedAt();
        Health health = container.state().health();
        return started != null && !health.log().isEmpty() && health.log().getLast().end().isBefore(started);
    }
}
