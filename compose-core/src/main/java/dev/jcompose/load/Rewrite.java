package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The walk that stages share: it visits only what some rule speaks of, and copies only mappings and sequences in which
 * something changed, so that time grows with the tree and not with the number of stages times the tree.
 */
final class Rewrite {
    private Rewrite() {
    }

    /** What a stage does with one value. */
    @FunctionalInterface
    interface Change {
        /** The same node where nothing is to be changed. */
        Node apply(Node node, Rule rule, Site at);
    }

    /** Changes a value first and then what the changed value holds. */
    static Node topDown(Node node, RuleNode rules, Site at, Change change) {
        Node changed = change.apply(node, rules.rule(), at);
        return switch (changed) {
            case Mapping mapping -> entries(mapping, rules, at, change);
            case Sequence sequence -> items(sequence, rules, at, change);
            case Scalar scalar -> scalar;
        };
    }

    /** Whether nothing changed: the very node, which takes no time to find out. */
    @SuppressWarnings("ReferenceEquality") // Equality would compare whole trees at each of their levels.
    static boolean same(Node one, Node other) {
        return one == other;
    }

    private static Mapping entries(Mapping mapping, RuleNode rules, Site at, Change change) {
        @Nullable
        Map<String, Mapping.Entry> changed = null;
        for (Map.Entry<String, Mapping.Entry> each : mapping.entries().entrySet()) {
            RuleNode below = rules.key(each.getKey());
            if (below.isEmpty()) {
                continue;
            }
            Node before = each.getValue().value();
            Node after = topDown(before, below, at.key(each.getKey()), change);
            if (!same(after, before)) {
                changed = changed == null ? new LinkedHashMap<>(mapping.entries()) : changed;
                changed.put(each.getKey(), new Mapping.Entry(each.getValue().keyPosition(), after));
            }
        }
        return changed == null ? mapping : mapping.withEntries(changed);
    }

    private static Sequence items(Sequence sequence, RuleNode rules, Site at, Change change) {
        RuleNode below = rules.items();
        if (below.isEmpty()) {
            return sequence;
        }
        @Nullable
        List<Node> changed = null;
        for (int i = 0; i < sequence.items().size(); i++) {
            Node before = sequence.items().get(i);
            Node after = topDown(before, below, at.index(i), change);
            if (!same(after, before)) {
                changed = changed == null ? new ArrayList<>(sequence.items()) : changed;
                changed.set(i, after);
            }
        }
        return changed == null ? sequence : sequence.withItems(changed);
    }
}
