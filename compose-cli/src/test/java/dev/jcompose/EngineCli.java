package dev.jcompose;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.command.Surroundings;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs whole command lines in a folder, over the engine that this environment names; closing takes the project down. */
final class EngineCli implements AutoCloseable {
    final Path folder;
    final String project = "jcompose-it-" + UUID.randomUUID().toString().substring(0, 8);

    EngineCli(Path folder) {
        this.folder = folder;
        assumeBusybox();
    }

    /** Skips a test where the engine that this environment names does not answer or lacks the image busybox. */
    static void assumeBusybox() {
        assumeTrue(hasBusybox(DockerHost.fromEnvironment(System.getenv())),
                "needs a Docker engine with the image busybox");
    }

    /** Whether an engine answers there and has the image busybox. */
    static boolean hasBusybox(DockerHost host) {
        try (Engine engine = DockerEngine.connect(host)) {
            engine.images().inspect("busybox:latest");
            return true;
        } catch (EngineException e) {
            return false;
        }
    }

    EngineCli file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Cli.Result run(String... words) {
        return runWithInput("", words);
    }

    Cli.Result runWithInput(String input, String... words) {
        return run(input, Map.of(), words);
    }

    /** With variables of the environment that are set otherwise. */
    Cli.Result runWith(Map<String, String> variables, String... words) {
        return run("", variables, words);
    }

    private Cli.Result run(String input, Map<String, String> variables, String... words) {
        StringTerminal terminal = new StringTerminal(input);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(variables);
        int code = CommandLine.run(line(words),
                new Surroundings(terminal, environment, folder, new ProcessEngines(), InstantSource.system()));
        return new Cli.Result(code, terminal.outText(), terminal.errText());
    }

    /** What a shell prints in a service's container. */
    String shell(String service, String script) {
        return run("exec", "-T", service, "sh", "-c", script).out();
    }

    /** The words with the project's name before them. */
    List<String> line(String... words) {
        List<String> line = new ArrayList<>(List.of("--project-name", project, "--file", "compose.yaml"));
        line.addAll(List.of(words));
        return line;
    }

    @Override
    public void close() {
        run("down", "--volumes", "--timeout", "0");
    }
}
