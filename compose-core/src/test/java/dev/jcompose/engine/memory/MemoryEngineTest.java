package dev.jcompose.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineContract;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Health;
import dev.jcompose.engine.Specs;
import dev.jcompose.engine.memory.Program.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryEngineTest extends EngineContract {
    @Override
    protected Engine open() {
        MemoryEngine engine = new MemoryEngine();
        engine.addImage("busybox:latest");
        return engine;
    }

    @Nested
    class For_tests {
        @Test
        void it_remembers_what_was_changed() {
            MemoryEngine engine = new MemoryEngine();
            engine.addImage("busybox:latest");
            String id = engine.containers().create(Specs.container("web", Map.of(), "{}")).id();
            engine.containers().start(id);
            engine.containers().inspect(id);
            assertEquals(List.of("container create web", "container start web"), engine.writes());
        }

        @Test
        void it_runs_what_it_is_told() {
            MemoryEngine engine = new MemoryEngine(
                    (spec, command, input) -> Outcome.RUNNING.withHealth(Health.Status.UNHEALTHY));
            engine.addImage("busybox:latest");
            String id = engine.containers()
                    .create(Specs.container("web", Map.of(), "{healthcheck: {test: [CMD, check]}}")).id();
            engine.containers().start(id);
            assertEquals(Health.Status.UNHEALTHY, engine.containers().inspect(id).state().health().status());
        }

        @Test
        void it_pulls_what_is_in_the_registry() {
            MemoryEngine engine = new MemoryEngine();
            assertThrows(EngineException.NotFound.class, () -> engine.images().pull("nginx", null, null));
            engine.addToRegistry("nginx");
            engine.images().pull("nginx", null, null).forEachRemaining(message -> {});
            assertEquals(List.of("nginx:latest"), engine.images().inspect("nginx").tags());
        }

        @Test
        void it_refuses_a_port_that_is_taken() {
            MemoryEngine engine = new MemoryEngine();
            engine.addImage("busybox:latest");
            for (String name : List.of("a", "b")) {
                engine.containers()
                        .create(Specs.container(name, Map.of(), "{ports: [{target: 80, published: '8080'}]}"));
            }
            engine.containers().start("a");
            EngineException.Rejected failure = assertThrows(EngineException.Rejected.class,
                    () -> engine.containers().start("b"));
            assertEquals("Bind for 0.0.0.0:8080 failed: port is already allocated", failure.reason());
        }
    }
}
