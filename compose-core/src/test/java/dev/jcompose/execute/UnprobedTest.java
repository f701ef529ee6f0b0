package dev.jcompose.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UnprobedTest {
    private static final Health STARTING = new Health(Health.Status.STARTING, 0, List.of());
    private static final Health FAILED_ONCE = new Health(Health.Status.STARTING, 1,
            List.of(new Health.Probe(Instant.EPOCH, Instant.EPOCH, 1, "")));

    private final AtomicLong seconds = new AtomicLong(-5);
    private final Unprobed onPodman = new Unprobed(() -> true, () -> seconds.get() * 1_000_000_000);

    @Test
    void gives_up_when_no_probe_has_come_in_its_time_and_ten_seconds() {
        assertPending(onPodman.judge(running(STARTING, 0)));
        seconds.addAndGet(69);
        assertPending(onPodman.judge(running(STARTING, 0)));

        seconds.addAndGet(1);

        Verdict.Failed late = assertInstanceOf(Verdict.Failed.class, onPodman.judge(running(STARTING, 0)));
        assertTrue(late.why().startsWith("container web-1: its health check has not been run in 70s"), late.why());
        assertEquals("web-1", late.container().name());
    }

    @Test
    void waits_on_for_a_check_that_was_run_and_on_engines_that_run_checks_themselves() {
        Unprobed onDocker = new Unprobed(() -> false, () -> seconds.get() * 1_000_000_000);
        assertPending(onPodman.judge(running(FAILED_ONCE, 0)));
        assertPending(onDocker.judge(running(STARTING, 0)));

        seconds.addAndGet(3600);

        assertPending(onPodman.judge(running(FAILED_ONCE, 0)));
        assertPending(onDocker.judge(running(STARTING, 0)));
    }

    @Test
    void counts_from_the_last_start_and_not_while_it_is_paused() {
        assertPending(onPodman.judge(running(STARTING, 0)));
        seconds.addAndGet(60);
        assertPending(onPodman.judge(running(STARTING, 60)));
        seconds.addAndGet(60);
        assertPending(onPodman.judge(running(STARTING, 60)));
        assertPending(onPodman.judge(container(ContainerStatus.PAUSED, STARTING, 60)));
        seconds.addAndGet(60);
        assertPending(onPodman.judge(running(STARTING, 60)));
    }

    private static void assertPending(Verdict verdict) {
        assertInstanceOf(Verdict.Pending.class, verdict);
    }

    private static ContainerDetails running(Health health, int started) {
        return container(ContainerStatus.RUNNING, health, started);
    }

    private static ContainerDetails container(ContainerStatus status, Health health, int started) {
        ContainerDetails.State state = new ContainerDetails.State(status, false, 0, "", 1,
                Instant.ofEpochSecond(started), null, health);
        ContainerDetails.Config config = new ContainerDetails.Config(Map.of(), List.of(), List.of(), List.of(), "", "",
                false, false, null, null, List.of("CMD", "true"), Duration.ofSeconds(60));
        return new ContainerDetails("id", "web-1", Instant.EPOCH, "busybox", "id", state, 0, config, List.of(),
                "bridge",
                Map.of(), false, "json-file", Map.of());
    }
}
