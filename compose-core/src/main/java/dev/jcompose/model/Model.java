package dev.jcompose.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A language model (specification, "Models top-level element").
 *
 * @param key
 *            its key in the top-level section
 * @param model
 *            reference of the artifact
 * @param contextSize
 *            tokens; null for the default
 */
public record Model(String key, @Nullable String name, String model, @Nullable Integer contextSize,
        List<String> runtimeFlags) {
    public Model { runtimeFlags = List.copyOf(runtimeFlags); }

    static Model decode(String key, Attributes a) {
        return new Model(key, a.string("name"), a.string("model", ""), a.integer("context_size"),
                a.strings("runtime_flags"));
    }
}
