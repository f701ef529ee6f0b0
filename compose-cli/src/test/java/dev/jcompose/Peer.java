package dev.jcompose;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The docker compose that tests compare with: the plugin of the {@code docker} on the path. */
final class Peer {
    private static final Path NO_INPUT = Path.of("/dev/null");
    private static final int SECONDS = 60;

    private Peer() {
    }

    /** How a command line ended, and what it printed; what it said on standard error is not kept. */
    static Cli.Result run(Path folder, List<String> words) throws IOException, InterruptedException {
        return run(folder, NO_INPUT, words);
    }

    /** The same with a file as its input. A program that does not end by itself is ended. */
    static Cli.Result run(Path folder, Path input, List<String> words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker", "compose"));
        line.addAll(words);
        Process process = new ProcessBuilder(line).directory(folder.toFile()).redirectInput(input.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Cli.Result(process.waitFor(), out, "");
    }

    /** Skips a test where there is none. */
    static void assumePresent() throws InterruptedException {
        assumeTrue(!version().isEmpty(), "needs docker compose to compare with");
    }

    /** Its version, such as {@code 2.40.3}; empty where there is none. */
    static String version() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("docker", "compose", "version", "--short")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? version.strip() : "";
        } catch (IOException missing) {
            return "";
        }
    }
}
