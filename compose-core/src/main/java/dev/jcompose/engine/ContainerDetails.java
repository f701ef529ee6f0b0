package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container as inspected.
 *
 * @param name
 *            without a leading slash
 * @param image
 *            the reference it was created from
 * @param imageId
 *            {@code sha256:…}
 * @param networkMode
 *            {@code bridge}, {@code host}, {@code container:…}, or the name of the first network
 * @param networks
 *            by the network's name
 * @param raw
 *            the engine's whole answer as maps, lists, texts, numbers, booleans and nulls
 */
public record ContainerDetails(String id, String name, Instant created, String image, String imageId, State state,
        int restartCount, Config config, List<MountPoint> mounts, String networkMode, Map<String, Endpoint> networks,
        boolean autoRemove, String logDriver, Map<String, Object> raw) {
    public ContainerDetails {
        mounts = List.copyOf(mounts);
        networks = Ordered.copyOf(networks);
        raw = Ordered.copyOf(raw);
    }

    /** A label's value, or the empty text. */
    public String label(String label) {
        return config.labels().getOrDefault(label, "");
    }

    /**
     * What it is doing, and how that came to be.
     *
     * @param pid
     *            of its main process on the engine's host; 0 where it does not run
     * @param error
     *            why it could not be started; empty where it could
     * @param startedAt
     *            null where it never was
     * @param finishedAt
     *            null where it never has
     */
    public record State(ContainerStatus status, boolean oomKilled, int exitCode, String error, long pid,
            @Nullable Instant startedAt, @Nullable Instant finishedAt, Health health) {
        /** Whether its main process is there, paused or not. */
        public boolean isRunning() {
            return status == ContainerStatus.RUNNING || status == ContainerStatus.PAUSED;
        }
    }

    /**
     * What it was told to run.
     *
     * @param environment
     *            {@code K=V}, the image's own included
     * @param stopSignal
     *            null for SIGTERM
     * @param stopTimeout
     *            seconds; null for the engine's default
     * @param healthTest
     *            {@code CMD …}, {@code CMD-SHELL …}, {@code NONE}; empty where there is no check
     * @param firstProbe
     *            how long after its start the first run of the health check has ended at the latest
     */
    public record Config(Map<String, String> labels, List<String> entrypoint, List<String> command,
            List<String> environment, String user, String workingDir, boolean tty, boolean openStdin,
            @Nullable String stopSignal, @Nullable Integer stopTimeout, List<String> healthTest,
            Duration firstProbe) {
        public Config {
            labels = Ordered.copyOf(labels);
            entrypoint = List.copyOf(entrypoint);
            command = List.copyOf(command);
            environment = List.copyOf(environment);
            healthTest = List.copyOf(healthTest);
        }

        /** Whether there is a health check. */
        public boolean hasHealthCheck() {
            return !healthTest.isEmpty() && !healthTest.get(0).equals("NONE");
        }
    }
}
