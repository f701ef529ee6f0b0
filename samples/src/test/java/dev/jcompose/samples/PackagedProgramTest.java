package dev.jcompose.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.registry.LoopbackRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program that packaging makes, with its own class path, flags and cache. What it needs of Java besides, such as
 * HTTP for registries, is seen only there.
 */
@Timeout(120)
class PackagedProgramTest {
    private static final Path PROGRAM = Path.of("..", "compose-cli", "target", "dist", "bin", "jcompose")
            .toAbsolutePath().normalize();

    @TempDir
    Path folder = Path.of("");

    private record Result(int code, String out, String err) {}

    @BeforeEach
    void packaged() {
        assumeTrue(Files.isExecutable(PROGRAM), "needs the program, which 'mvn package' makes");
    }

    private Result run(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(PROGRAM.toString()));
        line.addAll(List.of(words));
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        // No engine: what is published is in files.
        builder.environment().putAll(Map.of("HOME", folder.toString(), "DOCKER_HOST", "unix:///nowhere.sock"));
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, Files.readString(err));
    }

    @Test
    void publishes_to_a_registry_and_reads_from_there() throws Exception {
        try (LoopbackRegistry registry = new LoopbackRegistry()) {
            String target = registry.address() + "/shop/app:1";
            Path file = Files.writeString(folder.resolve("compose.yaml"), """
                    name: shop
                    services:
                      web:
                        image: web:1
                    """);

            Result published = run("publish", "-y", target);
            Files.delete(file);
            Result read = run("-f", "oci://" + target, "config", "--images");

            assertEquals(0, published.code(), published.err());
            assertEquals(new Result(0, "web:1\n", ""), read);
            assertTrue(registry.requests().contains("PUT /v2/shop/app/manifests/1"), registry.requests().toString());
        }
    }
}
