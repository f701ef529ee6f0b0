package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Node.MergeTag;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes {@code !reset} and {@code !override} out of a tree that has nothing more to be merged over. */
final class Tags {
    private Tags() {
    }

    static Mapping settle(Mapping mapping) {
        @Nullable
        Map<String, Mapping.Entry> changed = null;
        for (Map.Entry<String, Mapping.Entry> each : mapping.entries().entrySet()) {
            Node before = each.getValue().value();
            @Nullable
            Node after = before.mergeTag() == MergeTag.RESET ? null : settle(before);
            if (after != null && Rewrite.same(after, before)) {
                continue;
            }
            changed = changed == null ? new LinkedHashMap<>(mapping.entries()) : changed;
            if (after == null) {
                changed.remove(each.getKey());
            } else {
                changed.put(each.getKey(), new Mapping.Entry(each.getValue().keyPosition(), after));
            }
        }
        Mapping settled = changed == null ? mapping : mapping.withEntries(changed);
        return settled.mergeTag() == MergeTag.NONE ? settled : settled.withMergeTag(MergeTag.NONE);
    }

    /** The earlier of two mappings without the keys that the later one resets. */
    static Node withoutReset(Node earlier, Node later) {
        if (!(earlier instanceof Mapping kept) || !(later instanceof Mapping mapping)) {
            return earlier;
        }
        for (Map.Entry<String, Mapping.Entry> each : mapping.entries().entrySet()) {
            if (each.getValue().value().mergeTag() == MergeTag.RESET) {
                kept = kept.without(each.getKey());
            }
        }
        return kept;
    }

    static Node settle(Node node) {
        return switch (node) {
            case Mapping mapping -> settle(mapping);
            case Sequence sequence -> settle(sequence);
            case Scalar scalar -> scalar.mergeTag() == MergeTag.NONE ? scalar : scalar.withMergeTag(MergeTag.NONE);
        };
    }

    private static Sequence settle(Sequence sequence) {
        List<Node> items = new ArrayList<>(sequence.items().size());
        boolean changed = false;
        for (Node item : sequence.items()) {
            Node settled = settle(item);
            changed |= !Rewrite.same(settled, item);
            if (item.mergeTag() == MergeTag.RESET) {
                changed = true;
            } else {
                items.add(settled);
            }
        }
        Sequence settled = changed ? sequence.withItems(items) : sequence;
        return settled.mergeTag() == MergeTag.NONE ? settled : settled.withMergeTag(MergeTag.NONE);
    }
}
