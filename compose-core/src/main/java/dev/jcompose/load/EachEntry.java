package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Changes every value of a mapping in one pass. */
final class EachEntry {
    private EachEntry() {
    }

    /** The same keys with what the change makes of key and value. */
    static Mapping of(Mapping mapping, BiFunction<String, Node, Node> change) {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> entries.put(key,
                new Mapping.Entry(entry.keyPosition(), change.apply(key, entry.value()))));
        return mapping.withEntries(entries);
    }

    /** The tree with one of its sections changed so, where that is a mapping. */
    static Mapping in(Mapping tree, String section, BiFunction<String, Node, Node> change) {
        return tree.get(section) instanceof Mapping mapping ? tree.with(section, of(mapping, change)) : tree;
    }
}
