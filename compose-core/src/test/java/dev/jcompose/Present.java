package dev.jcompose;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.EngineSystem.Ping;
import dev.jcompose.engine.docker.ApiVersion;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** What is there on this machine for a test to use. */
public final class Present {
    private Present() {
    }

    /** Whether an engine answers and has the image busybox. */
    public static boolean busybox(Engine engine) {
        try {
            engine.images().inspect("busybox");
            return true;
        } catch (EngineException absent) {
            return false;
        }
    }

    /** Whether the engine runs on this machine, so that it reaches what listens on loopback. */
    public static boolean onThisMachine() {
        return DockerHost.fromEnvironment(System.getenv()).toString().contains("unix");
    }

    /** Skips a test where nothing builds with BuildKit: Podman has none, and buildx would fetch one for it. */
    public static void assumeBuildKit() throws InterruptedException {
        assumeTrue(answers("docker", "buildx", "version"), "needs buildx");
        assumeFalse(engine().filter(Ping::isPodman).isPresent(), "Podman has no BuildKit");
    }

    /** What the engine that this environment names says of itself; nothing where none answers. */
    public static Optional<Ping> engine() {
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment())) {
            return Optional.of(engine.system().ping());
        } catch (EngineException absent) {
            return Optional.empty();
        }
    }

    /** Whether an engine that says this speaks an API version, such as {@code 1.44}. */
    public static boolean speaks(Ping engine, String version) {
        return version(engine.apiVersion()).compareTo(version(version)) >= 0;
    }

    private static ApiVersion version(String text) {
        return Objects.requireNonNull(ApiVersion.parse(text), text);
    }

    /** Whether a program is there and ends well. */
    public static boolean answers(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
