package dev.jcompose.yaml;

import dev.jcompose.source.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML value and where it came from. Immutable: stages build new nodes. */
public sealed interface Node permits Mapping, Sequence, Scalar {
    /** Where the value was written, and what it replaced. */
    Origin origin();

    /** The tag a person wrote, which changes how a merge treats the value. */
    MergeTag mergeTag();

    /** The same value with another history. */
    Node withOrigin(Origin origin);

    /** The same value with another merge tag. */
    Node withMergeTag(MergeTag tag);

    /** Shorthand for the origin's position. */
    default Position position() {
        return origin().position();
    }

    /** The value without places, history and tags: null, a scalar's value, a list of such, or a map of such in order. */
    default @Nullable Object bare() {
        return switch (this) {
            case Scalar scalar -> scalar.value();
            case Sequence sequence -> {
                List<@Nullable Object> items = new ArrayList<>(sequence.items().size());
                sequence.items().forEach(item -> items.add(item.bare()));
                yield items;
            }
            case Mapping mapping -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                mapping.entries().forEach((key, entry) -> entries.put(key, entry.value().bare()));
                yield entries;
            }
        };
    }

    /** How a value takes part in a merge. */
    enum MergeTag {
        /** By the rule of its attribute. */
        NONE,
        /** {@code !reset}: the attribute is removed. */
        RESET,
        /** {@code !override}: the value replaces what was there. */
        OVERRIDE
    }
}
