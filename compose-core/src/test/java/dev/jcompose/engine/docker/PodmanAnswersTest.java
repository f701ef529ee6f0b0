package dev.jcompose.engine.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.ContainerSummary.PublishedPort;
import dev.jcompose.engine.EndpointSpec;
import dev.jcompose.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
}
