package dev.jcompose.yaml;

import dev.jcompose.yaml.Mapping.Entry;
import dev.jcompose.yaml.Node.MergeTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of merge tags where a value is used again. */
final class Merges {
    private Merges() {
    }

    /** The value as an alias to it sees it: what is reset inside is gone where it was written, and so is its tag. */
    static Node withoutResets(Node node) {
        return switch (node) {
            case Scalar scalar -> scalar;
            case Sequence sequence -> {
                List<Node> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(withoutResets(item)));
                yield sequence.withItems(items);
            }
            case Mapping mapping -> {
                Map<String, Entry> kept = new LinkedHashMap<>();
                mapping.entries().forEach((key, entry) -> {
                    if (entry.value().mergeTag() != MergeTag.RESET) {
                        kept.put(key, new Entry(entry.keyPosition(), withoutResets(entry.value())));
                    }
                });
                yield mapping.withEntries(kept);
            }
        };
    }
}
