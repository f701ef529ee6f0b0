package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts null in the place of each value that is wrong. Values are found by their position, which they keep where other
 * files extend or include them, and by their depth: a mapping begins where its first key does.
 */
final class Mending {
    /** Sections, and what they define: too much to go for an error that is not about all of it. */
    private static final int SHALLOW = 2;

    private final Map<Position, Set<Integer>> wanted = new HashMap<>();
    private final Set<Position> found = new HashSet<>();
    private final Set<YamlPath> holders = new HashSet<>();
    private boolean exact = true;

    private Mending() {
    }

    /**
     * A tree without what is wrong in it.
     *
     * @param tree
     *            what else is right in it
     * @param holders
     *            the values that something was taken out of, and whatever holds an error that is not in the tree
     */
    record Mended(Mapping tree, Set<YamlPath> holders) {}

    /**
     * Mends a tree.
     *
     * @param faults
     *            what is wrong, by the position of the faulty value or of its key
     */
    static Mended of(Mapping tree, Map<Position, Problem> faults) {
        Mending mending = new Mending();
        faults.forEach((position, fault) -> {
            if (!position.equals(Position.DEFAULT)) {
                mending.wanted.computeIfAbsent(position, key -> new HashSet<>()).add(fault.path().size());
            }
        });
        Mapping mended = mending.entries(tree, YamlPath.ROOT);
        mending.wanted.keySet().removeAll(mending.found);
        if (!mending.wanted.isEmpty()) {
            mending.exact = false;
            mended = mending.entries(mended, YamlPath.ROOT);
        }
        faults.forEach((position, fault) -> {
            if (!mending.found.contains(position)) {
                mending.holdersOf(fault.path());
            }
        });
        return new Mended(mended, mending.holders);
    }

    private void holdersOf(YamlPath path) {
        for (int size = path.size(); size >= SHALLOW; size--) {
            holders.add(new YamlPath(path.parts().subList(0, size)));
        }
    }

    private boolean isWrong(Position position, int depth) {
        Set<Integer> depths = wanted.get(position);
        return depths != null && (exact ? depths.contains(depth) : depth > SHALLOW);
    }

    private Node node(Node node, Position key, YamlPath path) {
        for (Position position : List.of(key, node.position())) {
            if (isWrong(position, path.size())) {
                found.add(position);
                holders.add(path);
                holders.add(new YamlPath(path.parts().subList(0, path.size() - 1)));
                return Scalar.of(null, Origin.at(position));
            }
        }
        return switch (node) {
            case Mapping mapping -> entries(mapping, path);
            case Sequence sequence -> items(sequence, path);
            case Scalar scalar -> scalar;
        };
    }

    private Mapping entries(Mapping mapping, YamlPath path) {
        Map<String, Mapping.Entry> mended = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> mended.put(key, new Mapping.Entry(entry.keyPosition(),
                node(entry.value(), entry.keyPosition(), path.key(key)))));
        return mapping.withEntries(mended);
    }

    private Sequence items(Sequence sequence, YamlPath path) {
        List<Node> mended = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Node item = sequence.items().get(i);
            mended.add(node(item, item.position(), path.index(i)));
        }
        return sequence.withItems(mended);
    }
}
