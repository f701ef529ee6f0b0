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
    static Sequence all(Node earlier, Node later, Site at) {
        List<Node> items = new ArrayList<>(items(earlier, at));
        items.addAll(items(later, at));
        return Sequence.of(items, earlier.origin());
    }

    /** One after the other, without items that were there already. */
    static Sequence newItems(Node earlier, Node later, Site at) {
        List<Node> items = new ArrayList<>(items(earlier, at));
        Set<Object> there = new HashSet<>();
        items.forEach(item -> there.add(meaning(item)));
        for (Node item : items(later, at)) {
            if (!there.contains(meaning(item))) {
                items.add(item);
            }
        }
        return Sequence.of(items, earlier.origin());
    }

    private static Object meaning(Node item) {
        return item instanceof Scalar scalar && scalar.value() != null ? scalar.value() : item;
    }

    private static List<Node> items(Node node, Site at) {
        return switch (node) {
            case Sequence sequence -> sequence.items();
            case Mapping mapping -> pairs(mapping, at);
            case Scalar scalar -> scalar.isString() ? List.of(scalar) : List.of();
        };
    }

    private static List<Node> pairs(Mapping mapping, Site at) {
        List<Scalar> pairs = new ArrayList<>();
        mapping.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Sequence values) {
                values.items().forEach(value -> pairs.add(pair(key, value, at.key(key))));
            } else {
                pairs.add(pair(key, entry.value(), at.key(key)));
            }
        });
        pairs.sort(Comparator.comparing(Scalar::text));
        return List.copyOf(pairs);
    }

    private static Scalar pair(String key, Node value, Site at) {
        String text = value instanceof Scalar scalar && !scalar.isNull()
                ? key + "=" + LostCharacters.text(scalar, at)
                : key;
        return Scalar.string(text, value.origin());
    }
}
