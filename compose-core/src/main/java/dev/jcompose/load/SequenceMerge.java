package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Joins attributes that may be written as a mapping, a sequence or a single text: as one sequence. */
final class SequenceMerge {
    private SequenceMerge() {
    }

    /** One after the other. */
    static Sequence all(Node earlier, Node later) {
        List<Node> items = new ArrayList<>(items(earlier));
        items.addAll(items(later));
        return Sequence.of(items, earlier.origin());
    }

    /** One after the other, without items that were there already. */
    static Sequence newItems(Node earlier, Node later) {
        List<Node> items = new ArrayList<>(items(earlier));
        Set<Object> there = new HashSet<>();
        items.forEach(item -> there.add(meaning(item)));
        for (Node item : items(later)) {
            if (!there.contains(meaning(item))) {
                items.add(item);
            }
        }
        return Sequence.of(items, earlier.origin());
    }

    private static Object meaning(Node item) {
        return item instanceof Scalar scalar && scalar.value() != null ? scalar.value() : item;
    }

    private static List<Node> items(Node node) {
        return switch (node) {
            case Sequence sequence -> sequence.items();
            case Mapping mapping -> pairs(mapping);
            case Scalar scalar -> scalar.isString() ? List.of(scalar) : List.of();
        };
    }

    private static List<Node> pairs(Mapping mapping) {
        List<Scalar> pairs = new ArrayList<>();
        mapping.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Sequence values) {
                values.items().forEach(value -> pairs.add(pair(key, value)));
            } else {
                pairs.add(pair(key, entry.value()));
            }
        });
        pairs.sort(Comparator.comparing(Scalar::text));
        return List.copyOf(pairs);
    }

    private static Scalar pair(String key, Node value) {
        String text = value instanceof Scalar scalar && !scalar.isNull() ? key + "=" + GoText.of(scalar.value()) : key;
        return Scalar.string(text, value.origin());
    }
}
