package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads trees whose parts may be missing or of another type: such are empty. */
final class Tree {
    private Tree() {
    }

    static Map<String, Mapping.Entry> entries(@Nullable Node node) {
        return node instanceof Mapping mapping ? mapping.entries() : Map.of();
    }

    static List<Node> items(@Nullable Node node) {
        return node instanceof Sequence sequence ? sequence.items() : List.of();
    }

    /** What a chain of keys leads to. */
    static @Nullable Node get(@Nullable Node node, String... keys) {
        @Nullable
        Node found = node;
        for (String key : keys) {
            found = found instanceof Mapping mapping ? mapping.get(key) : null;
        }
        return found;
    }

    /** The text of a scalar; empty where there is none. */
    static String text(@Nullable Node node) {
        return node instanceof Scalar scalar && !scalar.isNull() ? GoText.of(scalar.value()) : "";
    }

    static boolean isTrue(@Nullable Node node) {
        return node instanceof Scalar scalar && Boolean.TRUE.equals(scalar.value());
    }

    /** The number of a scalar; 0 where there is none. */
    static double number(@Nullable Node node) {
        return node instanceof Scalar scalar && ScalarType.FLOAT.read(scalar.text()) instanceof Double number
                ? number
                : 0;
    }

    /** Something to report at a position. */
    static Node at(Position position) {
        return Scalar.of(null, Origin.at(position));
    }
}
