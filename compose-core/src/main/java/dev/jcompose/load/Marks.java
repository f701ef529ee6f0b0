package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Node.MergeTag;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts {@code !reset} and {@code !override} back after a service was merged over the one it extends: they concern what
 * earlier files said of it as well.
 */
final class Marks {
    private Marks() {
    }

    static Mapping restore(Mapping merged, Mapping marked) {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>(merged.entries());
        marked.entries().forEach((key, entry) -> {
            Mapping.Entry present = entries.get(key);
            Node value = entry.value();
            if (value.mergeTag() == MergeTag.RESET) {
                entries.put(key, entry);
            } else if (present != null && value.mergeTag() == MergeTag.OVERRIDE) {
                entries.put(key, new Mapping.Entry(present.keyPosition(),
                        present.value().withMergeTag(MergeTag.OVERRIDE)));
            } else if (present != null && value instanceof Mapping below && hasMarks(below)
                    && present.value() instanceof Mapping mapping) {
                entries.put(key, new Mapping.Entry(present.keyPosition(), restore(mapping, below)));
            }
        });
        return merged.withEntries(entries);
    }

    static boolean hasMarks(Mapping mapping) {
        return mapping.entries()
                .values()
                .stream()
                .map(Mapping.Entry::value)
                .anyMatch(value -> value.mergeTag() != MergeTag.NONE
                        || (value instanceof Mapping below && hasMarks(below)));
    }
}
