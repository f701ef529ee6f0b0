package dev.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine puts a container's output.
 *
 * @param driver
 *            null for the engine's default
 */
public record Logging(@Nullable String driver, Map<String, String> options) {
    public Logging { options = Ordered.copyOf(options); }

    static Logging decode(Attributes a) {
        return new Logging(a.string("driver"), a.stringMap("options"));
    }
}
