package dev.jcompose.engine.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerSpec.Attachment;
import dev.jcompose.engine.ContainerSpec.Connections;
import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Specs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes over the wire, and what becomes of whatever comes back. */
@Timeout(30)
class DockerEngineWireTest extends WireTest {
    @Nested
    class A_virtual_thread {
        @Test
        void that_waits_for_an_answer_can_be_interrupted_and_leaves_no_thread() throws Exception {
            StubEngine stub = stub("1.51").answer("GET /v1.51/containers/json",
                    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[");
            DockerEngine engine = engine(stub.host());
            List<EngineException> failures = new ArrayList<>();
            Thread waiting = Thread.ofVirtual().start(() -> failures.add(assertThrows(EngineException.class,
                    () -> engine.containers().list(ContainerFilter.ALL))));
            Thread reader = awaitReader();
            waiting.interrupt();
            waiting.join();
            engine.close();
            reader.join();
            assertEquals(EngineException.Interrupted.class, failures.getFirst().getClass());
        }

        /** Who reads for virtual threads: never the JDK's own thread, which could not be ended. */
        private Thread awaitReader() {
            while (true) {
                for (Thread thread : Thread.getAllStackTraces().keySet()) {
                    if (thread.getName().equals("jcompose-read")) {
                        return thread;
                    }
                }
                Thread.onSpinWait();
            }
        }
    }

    @Nested
    class The_version {
        @Test
        void is_the_newest_that_both_speak() throws IOException {
            StubEngine stub = stub("1.43").json("GET /v1.43/containers/json", 200, "[]");
            engine(stub.host()).containers().list(ContainerFilter.ALL);
            assertEquals(List.of("GET /_ping", "GET /v1.43/containers/json?all=1"), stub.requests());
        }

        @Test
        void is_the_newest_that_we_know_of_a_newer_engine() throws IOException {
            StubEngine stub = stub("1.99").json("GET /v1.51/containers/json", 200, "[]");
            engine(stub.host()).containers().list(ContainerFilter.ALL);
            assertEquals("GET /v1.51/containers/json?all=1", stub.requests().getLast());
        }

        @Test
        void that_is_too_old_is_said_with_what_to_do() throws IOException {
            DockerEngine engine = engine(stub("1.40").host());
            EngineException failure = assertThrows(EngineException.Rejected.class,
                    () -> engine.containers().list(ContainerFilter.ALL));
            assertEquals("engine: list containers: the engine speaks API 1.40 at most, at least 1.41 is needed "
                    + "(Docker Engine 20.10); update the engine (" + engine.address() + ")", failure.getMessage());
        }

        @Test
        void may_be_given() throws IOException {
            StubEngine stub = stub("1.51").json("GET /v1.45/containers/json", 200, "[]");
            DockerHost host = DockerHost
                    .fromEnvironment(Map.of("DOCKER_HOST", stub.host().address(), "DOCKER_API_VERSION", "1.45"));
            engine(host).containers().list(ContainerFilter.ALL);
            assertEquals(List.of("GET /v1.45/containers/json?all=1"), stub.requests());
        }
    }

    @Nested
    class Stopping {
        @Test
        void leaves_the_time_to_the_container_where_none_is_given() throws IOException {
            StubEngine stub = stub("1.51").answer("POST /v1.51/containers/web/stop", "HTTP/1.1 204 OK\r\n\r\n");
            engine(stub.host()).containers().stop("web", null);
            assertEquals("POST /v1.51/containers/web/stop", stub.requests().getLast());
        }

        @Test
        void gives_whole_seconds() throws IOException {
            StubEngine stub = stub("1.51").answer("POST /v1.51/containers/web/restart", "HTTP/1.1 204 OK\r\n\r\n");
            engine(stub.host()).containers().restart("web", Duration.ofSeconds(3));
            assertEquals("POST /v1.51/containers/web/restart?t=3", stub.requests().getLast());
        }
    }

    @Nested
    class A_connection {
        @Test
        void is_used_again() throws IOException {
            StubEngine stub = stub("1.51").json("GET /v1.51/containers/json", 200, "[]")
                    .answer("POST /v1.51/containers/web/start", "HTTP/1.1 304 Not Modified\r\n\r\n");
            DockerEngine engine = engine(stub.host());
            engine.containers().list(ContainerFilter.ALL);
            engine.containers().start("web");
            engine.containers().list(ContainerFilter.ALL);
            assertEquals(1, stub.connectionCount());
        }

        @Test
        void that_has_died_is_replaced_for_a_question() throws IOException {
            StubEngine stub = stub("1.51").json("GET /v1.51/containers/json", 200, "[]");
            DockerEngine engine = engine(stub.host());
            engine.containers().list(ContainerFilter.ALL);
            stub.hangUp(0);
            assertEquals(List.of(), engine.containers().list(ContainerFilter.ALL));
        }

        @Test
        void that_dies_while_something_is_changed_is_a_failure() throws IOException {
            StubEngine stub = stub("1.51").json("GET /v1.51/containers/json", 200, "[]");
            DockerEngine engine = engine(stub.host());
            engine.containers().list(ContainerFilter.ALL);
            stub.hangUp(1);
            assertThrows(EngineException.Unreachable.class, () -> engine.networks().remove("net"));
        }
    }

    @Nested
    class A_container_on_two_networks {
        private final ContainerSpec spec = Specs.container("web", Map.of(), "{mac_address: '02:00:00:00:00:01'}")
                .withConnections(new Connections("front",
                        List.of(new Attachment("front", EndpointSpec.named("web").withMacAddress("02:00:00:00:00:01")),
                                new Attachment("back", EndpointSpec.named("web"))),
                        List.of()));

        @Test
        void is_created_on_both_at_once() throws IOException {
            StubEngine stub = stub("1.44").json("POST /v1.44/containers/create", 201, "{\"Id\":\"1\"}");
            engine(stub.host()).containers().create(spec);
            String request = stub.requests().getLast();
            assertTrue(request.endsWith("\"NetworkingConfig\":{\"EndpointsConfig\":{\"front\":{"
                    + "\"Aliases\":[\"web\"],\"MacAddress\":\"02:00:00:00:00:01\"},"
                    + "\"back\":{\"Aliases\":[\"web\"]}}}}"), request);
        }

        @Test
        void is_connected_to_the_second_on_an_old_engine() throws IOException {
            StubEngine stub = stub("1.43").json("POST /v1.43/containers/create", 201, "{\"Id\":\"1\"}")
                    .json("POST /v1.43/networks/back/connect", 200, "");
            engine(stub.host()).containers().create(spec);
            assertTrue(stub.requests().get(1).contains("\"MacAddress\":\"02:00:00:00:00:01\",\"HostConfig\""),
                    stub.requests().get(1));
            assertEquals("POST /v1.43/networks/back/connect "
                    + "{\"Container\":\"1\",\"EndpointConfig\":{\"Aliases\":[\"web\"]}}",
                    stub.requests().getLast());
        }

        @Test
        void is_taken_away_again_if_an_old_engine_cannot_connect_it() throws IOException {
            StubEngine stub = stub("1.43").json("POST /v1.43/containers/create", 201, "{\"Id\":\"1\"}")
                    .json("POST /v1.43/networks/back/connect", 404, "{\"message\":\"network back not found\"}")
                    .json("DELETE /v1.43/containers/1", 204, "");
            DockerEngine engine = engine(stub.host());
            assertThrows(EngineException.NotFound.class, () -> engine.containers().create(spec));
            assertEquals("DELETE /v1.43/containers/1?force=1", stub.requests().getLast());
        }
    }
}
