package dev.jcompose.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.Observer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryExampleIT {
    @Test
    void brings_a_project_up_and_takes_it_down(@TempDir Path folder) throws IOException {
        assumeTrue(engineAnswers(), "needs a Docker engine");
        Path file = Files.writeString(folder.resolve("compose.yaml"), """
                name: library-example
                services:
                  web:
                    image: busybox
                    command: sleep 600
                    stop_grace_period: 0s
                    volumes: [data:/data]
                volumes:
                  data:
                """);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LibraryExample.main(new String[]{file.toString()});
        } finally {
            System.setOut(before);
        }

        assertEquals("library-example-web-1 CREATED: no container yet\nlibrary-example-web-1 running\n",
                printed.toString(StandardCharsets.UTF_8));
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment())) {
            Observation left = Observer.observe(engine, "library-example");
            assertEquals(0, left.containers().size());
            assertEquals(true, left.volume("library-example_data").isEmpty());
        }
    }

    private static boolean engineAnswers() {
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment())) {
            engine.system().ping();
            return true;
        } catch (EngineException absent) {
            return false;
        }
    }
}
