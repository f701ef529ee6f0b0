package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume to create.
 *
 * @param driver
 *            null for the engine's default
 * @param labels
 *            all of them
 */
public record VolumeSpec(String name, @Nullable String driver, Map<String, String> options,
        Map<String, String> labels) {
    public VolumeSpec {
        options = Ordered.copyOf(options);
        labels = Ordered.copyOf(labels);
    }
}
