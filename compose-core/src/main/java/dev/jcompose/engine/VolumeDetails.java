package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.util.Map;

/**
 * A volume as the engine has it.
 *
 * @param mountpoint
 *            path on the engine's host
 * @param createdAt
 *            RFC 3339; empty where not told
 */
public record VolumeDetails(String name, String driver, String mountpoint, String scope, String createdAt,
        Map<String, String> labels, Map<String, String> options) {
    public VolumeDetails {
        labels = Ordered.copyOf(labels);
        options = Ordered.copyOf(options);
    }

    /** A label's value, or the empty text. */
    public String label(String label) {
        return labels.getOrDefault(label, "");
    }
}
