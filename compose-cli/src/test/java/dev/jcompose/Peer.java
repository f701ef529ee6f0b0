package dev.jcompose;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The docker compose that tests compare with: the plugin of the {@code docker} on the path. */
final class Peer {
    private Peer() {
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
