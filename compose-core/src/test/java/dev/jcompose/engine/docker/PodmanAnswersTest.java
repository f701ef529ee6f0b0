package dev.jcompose.engine.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.BuildSpec;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.ContainerSummary.PublishedPort;
import dev.jcompose.engine.Containers.CommitOptions;
import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Specs;
import dev.jcompose.model.Ulimit;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers that Podman's Docker-compatible socket gives otherwise than Docker; docs/ENGINES.md lists them. */
@Timeout(30)
class PodmanAnswersTest {
    @TempDir
    private Path folder;

    @Test
    void a_conflict_is_known_by_its_words() throws IOException {
        try (StubEngine stub = StubEngine.speaking("1.41", folder).json("DELETE /v1.41/networks/net", 500,
                "{\"cause\":\"network is being used\",\"message\":\"net has associated containers: network is being used\"}");
                DockerEngine engine = DockerEngine.connect(stub.host())) {
            assertThrows(EngineException.Conflict.class, () -> engine.networks().remove("net"));
        }
    }

    @Test
    void success_may_be_told_in_plain_text() throws IOException {
        try (StubEngine stub = StubEngine.speaking("1.41", folder).answer("POST /v1.41/networks/net/connect",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");
                DockerEngine engine = DockerEngine.connect(stub.host())) {
            engine.networks().connect("net", "web", EndpointSpec.named());
            assertEquals("POST /v1.41/networks/net/connect {\"Container\":\"web\",\"EndpointConfig\":{}}",
                    stub.requests().getLast());
        }
    }

    @Test
    void a_container_that_has_ended_is_stopped_and_a_port_is_on_no_address() throws IOException {
        try (StubEngine stub = StubEngine.speaking("1.41", folder).json("GET /v1.41/containers/json", 200,
                """
                        [{"Id": "1", "Names": ["/job"], "State": "stopped", "Status": "Exited (3) 1 second ago"},
                         {"Id": "2", "Names": ["/web"], "State": "running", "Status": "Up 1 second",
                          "Ports": [{"PrivatePort": 53, "PublicPort": 5353, "Type": "udp"}]}]""");
                DockerEngine engine = DockerEngine.connect(stub.host())) {
            List<ContainerSummary> containers = engine.containers().list(ContainerFilter.ALL);

            assertEquals(ContainerStatus.EXITED, containers.getFirst().status());
            assertEquals(List.of(new PublishedPort("0.0.0.0", 53, 5353, "udp")), containers.getLast().ports());
        }
    }

    @Test
    void what_is_paused_is_woken_before_it_is_stopped() throws IOException {
        try (StubEngine stub = StubEngine.speaking("1.41", folder)
                .json("POST /v1.41/containers/web/stop", 409, "{\"message\":\"container state improper\"}")
                .json("GET /v1.41/containers/web/json", 200, "{\"Id\":\"1\",\"State\":{\"Status\":\"paused\"}}")
                .answer("POST /v1.41/containers/web/unpause", "HTTP/1.1 204 No Content\r\n\r\n");
                DockerEngine engine = DockerEngine.connect(stub.host())) {
            assertThrows(EngineException.Conflict.class, () -> engine.containers().stop("web", null));

            assertEquals(List.of("GET /_ping", "POST /v1.41/containers/web/stop", "GET /v1.41/containers/web/json",
                    "POST /v1.41/containers/web/unpause", "POST /v1.41/containers/web/stop"), stub.requests());
        }
    }

    @Test
    void a_log_without_lines_is_answered_late() throws Exception {
        try (StubEngine stub = StubEngine.speaking("1.41", folder).answer("GET /v1.41/containers/web/logs",
                "HTTP/1.1 100 Continue\r\n\r\n");
                DockerEngine engine = DockerEngine.connect(stub.host())) {
            CloseableIterator<Frame> logs = engine.containers().logs("web", LogOptions.FOLLOW);
            FutureTask<Boolean> asked = new FutureTask<>(logs::hasNext);
            Thread reader = Thread.ofPlatform().start(asked);

            logs.close();

            assertFalse(asked.get());
            reader.join();
        }
    }

    @Test
    void a_build_is_told_hosts_and_limits_in_its_own_words() throws IOException {
        BuildSpec spec = new BuildSpec(List.of("web"), "Dockerfile", Map.of(), Map.of(), null, null, null,
                List.of("db:10.0.0.1"), List.of(), Map.of("nofile", new Ulimit(1000, 2000)), null, null, null, false,
                false, null, Map.of());
        try (StubEngine stub = podman().json("POST /v1.41/build", 200, "{\"stream\":\"done\"}");
                DockerEngine engine = DockerEngine.connect(stub.host())) {
            engine.images().build(spec, InputStream.nullInputStream()).forEachRemaining(told -> {});

            String request = URLDecoder.decode(stub.requests().getLast(), StandardCharsets.UTF_8);
            assertTrue(request.contains("&extrahosts=[\"db:10.0.0.1\"]&"), request);
            assertTrue(request.contains("&ulimits=[\"nofile=1000:2000\"]"), request);
        }
    }

    @Test
    void a_commit_has_a_body() throws IOException {
        CommitOptions options = new CommitOptions("web", "1", null, null, true, List.of("ENV A=1"));
        try (StubEngine stub = podman().json("POST /v1.41/commit", 201, "{\"Id\":\"7580bdd1be52\"}");
                DockerEngine engine = DockerEngine.connect(stub.host())) {
            assertEquals("7580bdd1be52", engine.containers().commit("web", options));
            assertTrue(stub.requests().getLast().endsWith(" {}"), stub.requests().getLast());
        }
    }

    @Test
    void a_container_is_given_time_to_stop() throws IOException {
        try (StubEngine stub = podman().json("POST /v1.41/containers/create", 201, "{\"Id\":\"1\"}");
                DockerEngine engine = DockerEngine.connect(stub.host())) {
            engine.containers().create(ContainerSpec.of("web", "busybox", Specs.service("{}")));
            assertTrue(stub.requests().getLast().contains("\"StopTimeout\":10"), stub.requests().getLast());
        }
    }

    private StubEngine podman() throws IOException {
        return StubEngine.speaking("1.41", folder).answer("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\n"
                + "Server: Libpod/4.3.1 (linux)\r\nContent-Length: 2\r\n\r\nOK");
    }
}
