package dev.jcompose.yaml;

import dev.jcompose.source.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers in every part of a value what referred to it. */
public final class Traces {
    private Traces() {
    }

    /** The same value; each mapping, sequence and scalar of it is a new one whose origin has one more {@link Via}. */
    public static Node through(Node node, Via.Kind kind, Position reference) {
        Origin origin = node.origin().through(kind, reference);
        return switch (node) {
            case Scalar scalar -> scalar.withOrigin(origin);
            case Sequence sequence -> sequence.withItems(
                    sequence.items().stream().map(item -> through(item, kind, reference)).toList())
                    .withOrigin(origin);
            case Mapping mapping -> {
                Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
                mapping.entries().forEach((key, entry) -> entries.put(key,
                        new Mapping.Entry(entry.keyPosition(), through(entry.value(), kind, reference))));
                yield mapping.withEntries(entries).withOrigin(origin);
            }
        };
    }
}
