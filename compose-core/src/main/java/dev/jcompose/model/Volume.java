package dev.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named volume (specification, "Volumes top-level element").
 *
 * @param key
 *            its key in the top-level section
 * @param name
 *            its name in the engine
 * @param driver
 *            null for the engine's default
 */
public record Volume(String key, String name, @Nullable String driver, Map<String, String> driverOpts,
        boolean external, Map<String, String> labels) {
    public Volume {
        driverOpts = Ordered.copyOf(driverOpts);
        labels = Ordered.copyOf(labels);
    }

    static Volume decode(String key, Attributes a) {
        return new Volume(key, a.string("name", key), a.string("driver"), a.stringMap("driver_opts"),
                a.flag("external"), a.stringMap("labels"));
    }
}
