package dev.jcompose.yaml;

import dev.jcompose.source.Position;
import dev.jcompose.source.YamlPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values, in the order written.
 *
 * @param entries
 *            by key; the key's own position is in the entry
 */
public record Mapping(Map<String, Entry> entries, Origin origin, MergeTag mergeTag) implements Node {
    public Mapping { entries = Entries.copyOf(entries); }

    /**
     * One key and its value.
     *
     * @param keyPosition
     *            where the key is written
     */
    public record Entry(Position keyPosition, Node value) {}

    /** A mapping without a merge tag. */
    public static Mapping of(Map<String, Entry> entries, Origin origin) {
        return new Mapping(entries, origin, MergeTag.NONE);
    }

    /** A mapping with nothing in it. */
    public static Mapping empty(Origin origin) {
        return of(Map.of(), origin);
    }

    /** The keys, in order. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** The value under a key; null where there is none (a YAML null is a {@link Scalar}). */
    public @Nullable Node get(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Where the key is written, or this mapping's own position for a key it does not have. */
    public Position keyPosition(String key) {
        Entry entry = entries.get(key);
        return entry == null ? position() : entry.keyPosition();
    }

    /** This mapping with a key set: in place where it exists, else last. */
    public Mapping with(String key, Node value) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        Entry before = entries.get(key);
        changed.put(key, new Entry(before == null ? value.position() : before.keyPosition(), value));
        return new Mapping(Entries.owning(changed), origin, mergeTag);
    }

    /** This mapping without a key. */
    public Mapping without(String key) {
        if (!entries.containsKey(key)) {
            return this;
        }
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.remove(key);
        return new Mapping(Entries.owning(changed), origin, mergeTag);
    }

    /** The same history and tag around other entries. */
    public Mapping withEntries(Map<String, Entry> others) {
        return new Mapping(others, origin, mergeTag);
    }

    /** The value that a path leads to from here; null where it leads nowhere. */
    public @Nullable Node at(YamlPath path) {
        Node node = this;
        for (Object part : path.parts()) {
            Node next = null;
            if (node instanceof Mapping mapping && part instanceof String key) {
                next = mapping.get(key);
            } else if (node instanceof Sequence sequence && part instanceof Integer index
                    && index < sequence.items().size()) {
                next = sequence.items().get(index);
            }
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    @Override
    public Mapping withOrigin(Origin other) {
        return new Mapping(entries, other, mergeTag);
    }

    @Override
    public Mapping withMergeTag(MergeTag tag) {
        return new Mapping(entries, origin, tag);
    }
}
