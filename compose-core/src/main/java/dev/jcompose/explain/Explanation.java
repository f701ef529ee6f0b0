package dev.jcompose.explain;

import dev.jcompose.source.Position;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.AttributePath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin.VariableUse;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import dev.jcompose.yaml.Via;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an attribute has its value. Immutable.
 *
 * @param path
 *            the attribute
 * @param value
 *            what it is in the canonical tree
 * @param leaves
 *            the single values it consists of, in order: the attribute itself unless it is a mapping or a sequence with
 *            something in it
 */
public record Explanation(YamlPath path, Node value, List<Leaf> leaves) {
    public Explanation { leaves = List.copyOf(leaves); }

    /**
     * A single value.
     *
     * @param path
     *            from the root of the project
     * @param value
     *            a scalar, or an empty mapping or sequence
     * @param places
     *            all that set it, the first to do so first; the last one counts
     */
    public record Leaf(YamlPath path, Node value, List<Place> places) {
        public Leaf { places = List.copyOf(places); }
    }

    /**
     * A place that set a value.
     *
     * @param position
     *            in the file that supplied it; {@link Position#DEFAULT} for what goes without saying
     * @param value
     *            what it set
     * @param ways
     *            the references by which it came from there to where it counts, the nearest to the value first; complete
     *            only if the load traced them
     * @param variables
     *            what interpolation put into it
     */
    public record Place(Position position, Node value, List<Via> ways, List<VariableUse> variables) {
        public Place {
            ways = List.copyOf(ways);
            variables = List.copyOf(variables);
        }
    }

    /**
     * Explains an attribute.
     *
     * @param tree
     *            the canonical tree of a load, best of one with {@link dev.jcompose.load.LoadOptions#trace(boolean)}
     * @param path
     *            as people write it: {@code services.web.ports[0]}; see {@link AttributePath}
     * @throws UnknownAttributeException
     *             if the path leads nowhere
     */
    public static Explanation of(Mapping tree, String path) {
        return switch (AttributePath.find(tree, path)) {
            case AttributePath.Missing missing -> throw new UnknownAttributeException(path, missing);
            case AttributePath.Found found -> {
                List<Leaf> leaves = new ArrayList<>();
                addLeaves(tree, found.path(), found.value(), leaves);
                yield new Explanation(found.path(), found.value(), leaves);
            }
        };
    }

    private static void addLeaves(Mapping tree, YamlPath path, Node value, List<Leaf> leaves) {
        if (value instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            mapping.entries().forEach((key, entry) -> addLeaves(tree, path.key(key), entry.value(), leaves));
        } else if (value instanceof Sequence sequence && !sequence.items().isEmpty()) {
            for (int i = 0; i < sequence.items().size(); i++) {
                addLeaves(tree, path.index(i), sequence.items().get(i), leaves);
            }
        } else {
            List<Place> places = new ArrayList<>();
            addPlaces(tree, path.parts(), path, true, places);
            leaves.add(new Leaf(path, value, places));
        }
    }

    /** What a value replaced may hold the attribute too, and so may what that replaced: these come first. */
    private static void addPlaces(Node node, List<Object> rest, YamlPath path, boolean counts,
            List<Place> places) {
        Node replaced = node.origin().replaced();
        if (replaced != null) {
            addPlaces(replaced, rest, path, false, places);
        }
        if (rest.isEmpty()) {
            places.add(new Place(node.position(), counts ? node : withoutKey(node, path), ways(node.origin().via()),
                    node.origin().variables()));
            return;
        }
        Object part = rest.getFirst();
        if (node instanceof Mapping mapping && part instanceof String key) {
            Node below = mapping.get(key);
            if (below != null) {
                addPlaces(below, rest.subList(1, rest.size()), path, counts, places);
            }
        } else if (node instanceof Sequence sequence && part instanceof Integer index
                && index < sequence.items().size()) {
            addPlaces(sequence.items().get(index), rest.subList(1, rest.size()), path, counts, places);
        }
    }

    /** Mappings that are merged as sequences of {@code key=value} show the value alone, as the result does. */
    private static Node withoutKey(Node node, YamlPath path) {
        return node instanceof Scalar scalar && path.parts().getLast() instanceof String key
                && scalar.text().startsWith(key + "=")
                        ? Scalar.string(scalar.text().substring(key.length() + 1), scalar.origin())
                        : node;
    }

    private static List<Via> ways(@Nullable Via outermost) {
        List<Via> ways = new ArrayList<>();
        for (Via via = outermost; via != null; via = via.inner()) {
            ways.addFirst(via);
        }
        return ways;
    }
}
