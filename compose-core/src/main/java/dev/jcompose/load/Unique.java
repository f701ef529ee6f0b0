package dev.jcompose.load;

import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of the items of a sequence that mean the same, such as two mounts of one target, keeps the last. */
public final class Unique {
    private Unique() {
    }

    /** The tree after a merge; an item takes the place of the first that it replaces. */
    public static Mapping of(Mapping tree) {
        Node unique = Rewrite.topDown(tree, Rules.STANDARD.root(), Site.root(new Problems()), Unique::reduce);
        return unique instanceof Mapping mapping ? mapping : tree;
    }

    private static Node reduce(Node node, Rule rule, Site at) {
        return rule.unique() != null && node instanceof Sequence sequence ? reduce(sequence, rule.unique()) : node;
    }

    private static Sequence reduce(Sequence sequence, UniqueKey key) {
        List<Node> kept = new ArrayList<>(sequence.items().size());
        Map<String, Integer> places = new HashMap<>();
        for (Node item : sequence.items()) {
            @Nullable
            String name = key.of(item);
            @Nullable
            Integer place = name == null ? null : places.putIfAbsent(name, kept.size());
            if (place == null) {
                kept.add(item);
            } else {
                kept.set(place, item.withOrigin(item.origin().replacing(kept.get(place))));
            }
        }
        return kept.size() == sequence.items().size() ? sequence : sequence.withItems(kept);
    }
}
