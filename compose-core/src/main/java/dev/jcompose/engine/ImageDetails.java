package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An image as inspected; texts are empty and collections have nothing in them where it does not say.
 *
 * @param id
 *            {@code sha256:…}
 * @param variant
 *            of the architecture: {@code v8}
 * @param lastTagTime
 *            when it was last given a name here; null where the engine does not tell
 * @param volumes
 *            paths that are anonymous volumes unless something else is mounted there
 * @param raw
 *            the engine's whole answer
 */
public record ImageDetails(String id, List<String> tags, List<String> digests, @Nullable Instant created, long size,
        String os, String architecture, String variant, @Nullable Instant lastTagTime, Map<String, String> labels,
        List<String> entrypoint, List<String> command, List<String> environment, String user, String workingDir,
        Set<String> volumes, Set<String> exposedPorts, List<String> healthTest, Map<String, Object> raw) {
    public ImageDetails {
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
        labels = Ordered.copyOf(labels);
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        volumes = Ordered.setOf(volumes);
        exposedPorts = Ordered.setOf(exposedPorts);
        healthTest = List.copyOf(healthTest);
        raw = Ordered.copyOf(raw);
    }

    /** {@code os/arch[/variant]}. */
    public String platform() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
