package dev.jcompose.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.Present;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.plan.DownOptions;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.project.ComposeProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;

/**
 * A test that has containers of its own, from Testcontainers, beside the services of a project. Testcontainers' helper,
 * which removes what a killed test leaves, needs an image from a registry; the build goes without.
 */
@Timeout(120)
class BesideTestcontainersIT {
    private static final String WITHOUT_HELPER = "TESTCONTAINERS_RYUK_DISABLED";

    @BeforeEach
    void needs_an_engine() {
        assumeTrue("true".equals(System.getenv(WITHOUT_HELPER)), "needs " + WITHOUT_HELPER + "=true");
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment())) {
            assumeTrue(Present.busybox(engine), "needs a Docker engine with the image busybox");
        }
    }

    @Test
    void a_tests_container_reaches_a_service_and_is_none_of_the_project(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("compose.yaml"), """
                name: beside-testcontainers
                services:
                  web:
                    image: busybox
                    command: sh -c 'mkdir /www; echo hello >/www/index.html; exec httpd -f -h /www'
                    stop_grace_period: 0s
                """);
        try (ComposeProject project = ComposeProject.open(file)) {
            project.up();
            try (GenericContainer<?> client = new GenericContainer<>("busybox:latest")
                    .withNetworkMode("beside-testcontainers_default")
                    .withCommand("sh", "-c", "until wget -qO- http://web/; do sleep 0.1; done")
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy())) {
                client.start();

                assertEquals("hello\n", client.getLogs());
                assertEquals(List.of("beside-testcontainers-web-1"),
                        project.observe().containers().stream().map(ObservedContainer::name).toList());
                assertTrue(project.plan(UpOptions.DEFAULTS).isEmpty());
            } finally {
                project.down(DownOptions.DEFAULTS);
            }
            assertEquals(List.of(), project.observe().networksNamed("beside-testcontainers_default"));
        }
    }
}
