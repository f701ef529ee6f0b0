package dev.jcompose.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.Containers.ExitWatch;
import dev.jcompose.engine.Containers.WaitCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every engine does with containers, from their making to their end. */
abstract class ContainerContract extends EngineFixture {
    @Nested
    class A_container {
        @Test
        void is_created_then_runs_then_has_exited() {
            String id = create("a", "{command: [sh, -c, 'exit 3']}");
            assertEquals(ContainerStatus.CREATED, engine.containers().inspect(id).state().status());
            engine.containers().start(id);
            assertEquals(3, engine.containers().awaitExit(id).code());
            ContainerDetails.State state = engine.containers().inspect(name("a")).state();
            assertEquals(ContainerStatus.EXITED, state.status());
            assertEquals(3, state.exitCode());
        }

        @Test
        void is_described_as_it_was_specified() {
            String id = create("a", """
                    command: [sleep, '5']
                    entrypoint: [sh]
                    environment: {A: '1'}
                    working_dir: /tmp
                    stop_signal: SIGINT
                    stop_grace_period: 3s
                    tty: true
                    """);
            ContainerDetails.Config config = engine.containers().inspect(id).config();
            assertEquals(List.of("sleep", "5"), config.command());
            assertEquals(List.of("sh"), config.entrypoint());
            assertTrue(config.environment().contains("A=1"));
            assertEquals("/tmp", config.workingDir());
            assertTrue(Set.of("SIGINT", "2").contains(Objects.requireNonNull(config.stopSignal())));
            assertEquals(3, config.stopTimeout());
            assertTrue(config.tty());
            assertEquals(RUN, config.labels().get("contract"));
        }

        @Test
        void that_runs_may_be_started_again_without_effect() {
            String id = run("a", SLEEP);
            engine.containers().start(id);
            assertEquals(ContainerStatus.RUNNING, engine.containers().inspect(id).state().status());
        }

        @Test
        void that_does_not_run_may_be_stopped_but_not_killed() {
            String id = create("a", SLEEP);
            engine.containers().stop(id, Duration.ZERO);
            assertThrows(EngineException.Conflict.class, () -> engine.containers().kill(id, null));
        }

        @Test
        void is_killed_with_code_137() {
            String id = run("a", SLEEP);
            engine.containers().kill(id, null);
            assertEquals(137, engine.containers().awaitExit(id).code());
        }

        @Test
        void is_paused_and_goes_on() {
            String id = run("a", SLEEP);
            engine.containers().pause(id);
            assertEquals(ContainerStatus.PAUSED, engine.containers().inspect(id).state().status());
            engine.containers().unpause(id);
            assertEquals(ContainerStatus.RUNNING, engine.containers().inspect(id).state().status());
        }

        @Test
        void is_restarted() {
            String id = run("a", SLEEP);
            engine.containers().restart(id, Duration.ZERO);
            assertEquals(ContainerStatus.RUNNING, engine.containers().inspect(id).state().status());
        }

        @Test
        void is_found_by_its_new_name() {
            String id = create("a", SLEEP);
            engine.containers().rename(id, name("b"));
            assertEquals(name("b"), engine.containers().inspect(id).name());
            assertEquals(id, engine.containers().inspect(name("b")).id());
        }

        @Test
        void that_runs_is_removed_by_force_only() {
            String id = run("a", SLEEP);
            assertThrows(EngineException.Conflict.class, () -> engine.containers().remove(id, false, false));
            engine.containers().remove(id, true, false);
            assertThrows(EngineException.NotFound.class, () -> engine.containers().inspect(id));
        }

        @Test
        void needs_a_free_name() {
            create("a", SLEEP);
            EngineException.Conflict failure = assertThrows(EngineException.Conflict.class, () -> create("a", SLEEP));
            assertEquals("create", failure.operation());
            assertEquals("container " + name("a"), failure.resource());
            assertEquals(409, failure.status());
        }

        @Test
        void needs_an_image_that_is_here() {
            ContainerSpec spec = ContainerSpec.of(name("a"), "jcompose.invalid/none:none", Specs.service("{}"));
            EngineException.NotFound failure = assertThrows(EngineException.NotFound.class,
                    () -> engine.containers().create(spec));
            assertTrue(failure.getMessage().matches("container " + name("a") + ": create: [Nn]o such image.*"),
                    failure.getMessage());
        }
    }

    @Nested
    class A_list {
        @Test
        void has_those_with_all_of_the_labels() {
            String one = create("a", SLEEP);
            create("b", SLEEP);
            ContainerSpec other = spec("c", SLEEP).withLabels(Map.of("contract", RUN, "which", "c"));
            String third = engine.containers().create(other).id();
            assertEquals(3, engine.containers().list(ContainerFilter.labelled("contract=" + RUN)).size());
            List<ContainerSummary> found = engine.containers()
                    .list(ContainerFilter.labelled("contract=" + RUN, "which"));
            assertEquals(List.of(third), found.stream().map(ContainerSummary::id).toList());
            engine.containers().start(one);
            assertEquals(List.of(name("a")), engine.containers()
                    .list(ContainerFilter.labelled("contract=" + RUN).running()).stream()
                    .map(ContainerSummary::name).toList());
        }

        @Test
        void tells_state_and_exit_code() {
            String id = create("a", "{command: [sh, -c, 'exit 4']}");
            engine.containers().start(id);
            engine.containers().awaitExit(id);
            engine.containers().inspect(id); // Waits for the engine to have noted the end everywhere.
            ContainerSummary exited = engine.containers().list(ContainerFilter.labelled("contract=" + RUN)).getFirst();
            assertEquals(ContainerStatus.EXITED, exited.status());
            assertEquals(4, exited.exitCode());
        }
    }

    @Nested
    class Waiting {
        @Test
        void for_the_next_end_does_not_miss_one_that_comes_at_once() {
            String id = create("a", "{command: ['true']}");
            try (ExitWatch watch = engine.containers().watchExit(id, WaitCondition.NEXT_EXIT)) {
                engine.containers().start(id);
                assertEquals(0, watch.await().code());
            }
        }

        @Test
        void is_over_when_its_thread_is_interrupted() {
            String id = run("a", SLEEP);
            Thread.currentThread().interrupt();
            assertThrows(EngineException.Interrupted.class, () -> engine.containers().awaitExit(id));
            assertTrue(Thread.interrupted());
        }

        @Test
        void for_health_is_answered_by_an_event() {
            assumeNotPodman("health checks are timers of systemd");
            String id = create("a", """
                    command: [sleep, '1000']
                    healthcheck: {test: [CMD-SHELL, 'true'], interval: 100ms}
                    """);
            try (CloseableIterator<EngineEvent> events = engine.events().stream(null, null,
                    Map.of("type", List.of("container"), "label", List.of("contract=" + RUN)))) {
                engine.containers().start(id);
                List<String> actions = new ArrayList<>();
                while (!actions.contains("health_status: healthy")) {
                    EngineEvent event = events.next();
                    assertEquals(id, event.id());
                    actions.add(event.action());
                }
                assertTrue(actions.contains("start"), actions.toString());
            }
            assertEquals(Health.Status.HEALTHY, engine.containers().inspect(id).state().health().status());
            assertEquals(Health.Status.HEALTHY,
                    engine.containers().list(ContainerFilter.labelled("contract=" + RUN)).getFirst().health());
        }
    }
}
