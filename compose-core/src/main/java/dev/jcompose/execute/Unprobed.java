package dev.jcompose.execute;

import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Health;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Notices a container whose health check nobody runs, so that nobody waits for it without end. Podman leaves checks to
 * timers of systemd: where there is no systemd, a container stays {@code starting} for as long as it lives.
 */
final class Unprobed {
    /** For what comes between a start and the first probe, and between a probe's end and its being told. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final BooleanSupplier mayBeIdle;
    private final LongSupplier nanos;
    private final Map<String, Long> since = new ConcurrentHashMap<>();

    /**
     * @param mayBeIdle
     *            whether the engine is of a kind that may run no checks; asked only when one is late
     * @param nanos
     *            a clock that only goes forward
     */
    Unprobed(BooleanSupplier mayBeIdle, LongSupplier nanos) {
        this.mayBeIdle = mayBeIdle;
        this.nanos = nanos;
    }

    /** Of a container that is not yet ready: a failure if its first probe is long overdue. */
    Verdict judge(ContainerDetails container) {
        ContainerDetails.State state = container.state();
        String start = container.id() + ' ' + state.startedAt();
        if (state.status() != ContainerStatus.RUNNING || state.health().status() != Health.Status.STARTING
                || !state.health().log().isEmpty()) {
            since.remove(start);
            return new Verdict.Pending();
        }
        long now = nanos.getAsLong();
        Long first = since.putIfAbsent(start, now);
        Duration waited = Duration.ofNanos(first == null ? 0 : now - first);
        if (waited.compareTo(container.config().firstProbe().plus(MARGIN)) < 0 || !mayBeIdle.getAsBoolean()) {
            return new Verdict.Pending();
        }
        return new Verdict.Failed("container " + container.name() + ": its health check has not been run in "
                + waited.toSeconds() + "s; Podman leaves that to timers of systemd, and none is at work there."
                + " Run it where systemd is, or do without: condition: service_started, healthcheck.disable: true",
                container);
    }
}
