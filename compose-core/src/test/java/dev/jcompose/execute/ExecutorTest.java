package dev.jcompose.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.engine.memory.MemoryEngine;
import dev.jcompose.engine.VolumeSpec;
import dev.jcompose.engine.Volumes.VolumeFilter;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.ContainerRef;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ExecutorTest {
    private final MemoryEngine engine = new MemoryEngine();
    private final Set<Integer> begun = new ConcurrentSkipListSet<>();

    @Test
    void after_a_failure_what_has_begun_is_finished_and_the_rest_is_left_and_every_failure_is_told() {
        Plan plan = plan(failing(1), failing(2), creating(3), failing(4, 1), creating(5, 3));
        CountDownLatch allBegun = new CountDownLatch(3);
        CountDownLatch bothFailed = new CountDownLatch(2);

        PlanFailedException failure = assertThrows(PlanFailedException.class, () -> run(plan, event -> {
            if (event instanceof Event.StepStarted started) {
                begun.add(started.step().id());
                allBegun.countDown();
                await(allBegun);
                if (started.step().id() == 3) {
                    await(bothFailed);
                }
            } else if (event instanceof Event.StepFailed) {
                bothFailed.countDown();
            }
        }));

        assertEquals(List.of(1, 2), failure.failures().stream().map(each -> each.step().id()).toList());
        assertEquals("""
                container c1: start: No such container: c1 (HTTP 404 from memory:)
                container c2: start: No such container: c2 (HTTP 404 from memory:)""", failure.getMessage());
        assertEquals(Set.of(1, 2, 3), begun);
        assertEquals(List.of("v3"),
                engine.volumes().list(VolumeFilter.ALL).stream().map(volume -> volume.name()).toList());
    }

    private void run(Plan plan, EventSink events) {
        new Executor(engine, (project, targets, options, sink) -> {}, events, ExecuteOptions.DEFAULTS).run(plan);
    }

    private static Plan plan(Step... steps) {
        return new Plan(List.of(steps), List.of(), List.of());
    }

    private static Step failing(int id, Integer... after) {
        return new Step(id, new Action.StartContainer(ContainerRef.planned("c" + id), List.of()),
                Arrays.asList(after), "");
    }

    private static Step creating(int id, Integer... after) {
        return new Step(id, new Action.CreateVolume(new VolumeSpec("v" + id, null, Map.of(), Map.of())),
                Arrays.asList(after), "");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
