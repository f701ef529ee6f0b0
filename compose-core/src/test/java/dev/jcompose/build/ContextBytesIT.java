package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.Present;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a gigabyte, of which an ignore file leaves a megabyte, a megabyte is sent. */
@Timeout(180)
class ContextBytesIT {
    private static final int KEPT = 1 << 20;
    private static final String UNIX = "unix://";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0", ""})
    void what_is_ignored_is_not_sent(String buildKit) throws Exception {
        String host = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
        assumeTrue(host.startsWith(UNIX), "needs a Docker engine on this machine");
        if (!buildKit.equals("0")) {
            Present.assumeBuildKit();
        }
        Path context = folder.resolve("context");
        Files.createDirectories(context.resolve("data"));
        try (RandomAccessFile big = new RandomAccessFile(context.resolve("data/big").toFile(), "rw")) {
            big.setLength(1L << 30);
        }
        byte[] kept = new byte[KEPT];
        new Random(7).nextBytes(kept);
        Files.write(context.resolve("data/kept"), kept);
        Files.writeString(context.resolve(".dockerignore"), "data/*\n!data/kept\n");
        Files.writeString(context.resolve("Dockerfile"),
                "FROM busybox\nCOPY . /c\nRUN test -e /c/data/kept && test ! -e /c/data/big\n");
        try (CountingSocket socket = new CountingSocket(folder.resolve("s"), Path.of(host.substring(UNIX.length())));
                Engine engine = DockerEngine.connect(DockerHost.of(socket.address()))) {
            assumeTrue(Present.busybox(engine), "needs a Docker engine with the image busybox");
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("DOCKER_HOST", socket.address());
            environment.put("DOCKER_BUILDKIT", buildKit);
            Project project = Projects.of(folder.toString(), Map.of(),
                    "name: jcompose-bytes-it\nservices: {web: {build: {context: " + context + "}}}");
            socket.sent();

            long sent;
            try {
                Builders.of(engine, environment).build(project, Projects.targets(project), BuildOptions.DEFAULTS,
                        Projects.DEAF);
                sent = socket.sent();
            } finally {
                remove(engine);
            }

            assertTrue(sent > KEPT && sent < KEPT + KEPT / 10, "sent " + sent);
        }
    }

    private static void remove(Engine engine) {
        try {
            engine.images().remove("jcompose-bytes-it-web", true, true);
        } catch (EngineException.NotFound notBuilt) {
            // The failure is told otherwise.
        }
    }
}
