package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Where a text is wanted and a number or boolean will do: {@code published: 80}, {@code expose: [80]}. */
final class TextForm {
    private TextForm() {
    }

    /** A scalar that is text. */
    static Node text(Node node, Site at) {
        return node instanceof Scalar scalar && !scalar.isNull() && !scalar.isString() ? asText(scalar, at) : node;
    }

    /** A sequence of texts; a single text stands for a sequence of one. */
    static Node texts(Node node, Site at) {
        if (node instanceof Scalar scalar && !scalar.isNull()) {
            return Sequence.of(List.of(asText(scalar, at)), scalar.origin());
        }
        if (!(node instanceof Sequence sequence)) {
            return node;
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(text(sequence.items().get(i), at.index(i)));
        }
        return items.equals(sequence.items()) ? node : sequence.withItems(items);
    }

    /** A single text stands for a sequence of one. */
    static Node oneOrMore(Node node, Site at) {
        return node instanceof Scalar scalar && scalar.isString()
                ? Sequence.of(List.of(scalar), scalar.origin())
                : node;
    }

    /** As {@link #oneOrMore}; empty entries, which a variable without a value leaves behind, are dropped. */
    static Node oneOrMoreFilled(Node node, Site at) {
        Node list = oneOrMore(node, at);
        if (!(list instanceof Sequence sequence)) {
            return list;
        }
        List<Node> filled = new ArrayList<>();
        for (Node item : sequence.items()) {
            if (!(item instanceof Scalar scalar && (scalar.isNull() || "".equals(scalar.value())))) {
                filled.add(item);
            }
        }
        return filled.size() == sequence.items().size() ? list : sequence.withItems(filled);
    }

    /** Options that may be repeated: each value a sequence of texts. */
    static Node manyByKey(Node node, Site at) {
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        MappingBuilder options = new MappingBuilder();
        mapping.entries()
                .forEach((key, entry) -> options.put(key, entry.keyPosition(),
                        entry.value() instanceof Scalar scalar
                                ? Sequence.of(List.of(asText(scalar, at.key(key))), scalar.origin())
                                : texts(entry.value(), at.key(key))));
        return mapping.withEntries(options.entries());
    }

    private static Scalar asText(Scalar scalar, Site at) {
        return scalar.isString() ? scalar : Scalar.string(LostCharacters.text(scalar, at), scalar.origin());
    }
}
