package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.command.Surroundings;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.proxy.EngineProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs whole command lines in a folder, over a real engine with a proxy before it. */
final class RealCli implements AutoCloseable {
    private static final String UNIX = "unix://";

    final EngineProxy proxy;
    private final Path folder;

    private RealCli(Path folder, Path socket) throws IOException {
        this.folder = folder;
        this.proxy = EngineProxy.before(socket);
    }

    /** On the engine that the environment names; where none answers, the test is skipped. */
    static RealCli in(Path folder) throws IOException {
        String host = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
        assumeTrue(host.startsWith(UNIX), "needs a Docker engine on this machine");
        assumeTrue(EngineCli.hasBusybox(DockerHost.of(host)), "needs a Docker engine with the image busybox");
        return new RealCli(folder, Path.of(host.substring(UNIX.length())));
    }

    RealCli file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    Path folder() {
        return folder;
    }

    /** Runs it and gives what came of it. */
    Cli.Result run(String... words) {
        return runWith(Map.of(), words);
    }

    /** Runs it with variables of its own. */
    Cli.Result runWith(Map<String, String> variables, String... words) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.putAll(own());
        StringTerminal terminal = new StringTerminal("");
        int code = CommandLine.run(List.of(words),
                new Surroundings(terminal, environment, folder, new ProcessEngines(), InstantSource.system()));
        return new Cli.Result(code, terminal.outText(), terminal.errText());
    }

    /** Starts it in a process of its own, whose output nobody reads. */
    Process start(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "dev.jcompose.Main"));
        line.addAll(List.of(words));
        ProcessBuilder process = new ProcessBuilder(line).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(own());
        return process.start();
    }

    /** The engine, and locks that nobody else looks at. */
    private Map<String, String> own() {
        return Map.of("DOCKER_HOST", proxy.address(), "XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    /** Runs what must succeed. */
    Cli.Result succeed(String... words) {
        Cli.Result result = run(words);
        assertEquals(0, result.code(), () -> String.join(" ", words) + ": " + result.err());
        return result;
    }

    /** The engine, for looking at it. */
    Engine engine() {
        return DockerEngine.connect(DockerHost.of(proxy.address()));
    }

    @Override
    public void close() {
        proxy.close();
    }
}
