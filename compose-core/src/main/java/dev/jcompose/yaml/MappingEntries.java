package dev.jcompose.yaml;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping.Entry;
import dev.jcompose.yaml.Node.MergeTag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects one mapping: keys must be text and differ, and {@code <<} adds what is not written out. */
final class MappingEntries {
    private final Problems problems;
    private final Map<String, Entry> written = new LinkedHashMap<>();
    private @Nullable Entry merge;

    MappingEntries(Problems problems) {
        this.problems = problems;
    }

    void put(Node key, Position keyPosition, boolean isMerge, Node value) {
        if (!(key instanceof Scalar scalar)) {
            problems.add(Problem.error(keyPosition, YamlPath.ROOT, "a key must be text, not a list or mapping"));
            return;
        }
        String name = scalar.value() instanceof String text ? text : scalar.text();
        Entry earlier = isMerge ? merge : written.get(name);
        if (earlier != null) {
            problems.add(Problem.error(keyPosition, YamlPath.ROOT, "the key '" + name + "' is repeated",
                    "remove one; the other is at line " + earlier.keyPosition().line()
                            + (isMerge ? ", or write <<: [*a, *b]" : "")));
            return;
        }
        if (isMerge) {
            merge = new Entry(keyPosition, value);
            return;
        }
        if (!scalar.isString()) {
            problems.add(Problem.error(keyPosition, YamlPath.ROOT, "the key " + scalar.text() + " is not text",
                    "put it in quotes"));
        }
        written.put(name, new Entry(keyPosition, value));
    }

    /** What was written, then what is merged in; earlier mappings of a list of merges win over later ones. */
    Map<String, Entry> merged() {
        if (merge == null) {
            return written;
        }
        Map<String, Entry> all = new LinkedHashMap<>(written);
        for (Node source : merge.value() instanceof Sequence list ? list.items() : List.of(merge.value())) {
            if (source instanceof Mapping mapping) {
                mapping.entries().forEach((key, entry) -> addMissing(all, key, entry));
            } else if (source.mergeTag() != MergeTag.RESET) {
                problems.add(Problem.error(merge.keyPosition(), YamlPath.ROOT,
                        "'<<' can only merge a mapping or a list of mappings", "refer to a mapping, as in <<: *name"));
            }
        }
        return all;
    }

    /**
     * A key reset here and supplied by a merge stays as merged; the reset then only concerns what other files said.
     */
    private static void addMissing(Map<String, Entry> all, String key, Entry entry) {
        Entry present = all.get(key);
        if (present == null) {
            all.put(key, entry);
        } else if (present.value().mergeTag() == MergeTag.NONE) {
            Node value = present.value();
            all.put(key, new Entry(present.keyPosition(),
                    value.withOrigin(value.origin().replacing(entry.value()))));
        } else if (present.value().mergeTag() == MergeTag.RESET && entry.value().mergeTag() == MergeTag.NONE) {
            all.put(key, new Entry(entry.keyPosition(), entry.value().withMergeTag(MergeTag.OVERRIDE)));
        }
    }
}
