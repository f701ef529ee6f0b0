package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the entries of a mapping that stands for what was written at one place. */
final class MappingBuilder {
    private final Map<String, Mapping.Entry> entries = new LinkedHashMap<>();

    MappingBuilder put(String key, Position keyPosition, Node value) {
        entries.put(key, new Mapping.Entry(keyPosition, value));
        return this;
    }

    /** A scalar at the place of what it was made from; an empty text or null is left out. */
    MappingBuilder put(String key, @Nullable Object value, Origin origin) {
        if (value != null && !value.equals("")) {
            put(key, origin.position(), Scalar.of(value, origin));
        }
        return this;
    }

    Map<String, Mapping.Entry> entries() {
        return entries;
    }

    Mapping build(Origin origin) {
        return Mapping.of(entries, origin);
    }
}
