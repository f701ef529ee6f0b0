package dev.jcompose.load;

import dev.jcompose.schema.SchemaValidator;
import dev.jcompose.schema.Violation;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a tree against the schema of the specification, and finds the place of whatever it forbids. What another
 * stage complained about already is left out.
 */
final class SchemaCheck {
    private SchemaCheck() {
    }

    static void run(Mapping tree, Problems problems) {
        Set<Position> known = new HashSet<>();
        problems.errors().forEach(each -> known.add(each.position()));
        for (Violation violation : SchemaValidator.check(tree.bare())) {
            Position position = position(tree, violation);
            if (!known.contains(position)) {
                problems.add(Problem.error(position, new YamlPath(violation.pointer()), violation.message(),
                        violation.hint()));
            }
        }
    }

    private static Position position(Mapping tree, Violation violation) {
        Node node = tree;
        List<Object> pointer = violation.pointer();
        for (int i = 0; i < pointer.size(); i++) {
            boolean last = i == pointer.size() - 1;
            Object part = pointer.get(i);
            if (last && violation.atKey() && node instanceof Mapping mapping && part instanceof String key) {
                return mapping.keyPosition(key);
            }
            Node next = child(node, part);
            if (next == null) {
                return node.position();
            }
            node = next;
        }
        return node.position();
    }

    private static @Nullable Node child(Node node, Object part) {
        return switch (node) {
            case Mapping mapping -> part instanceof String key ? mapping.get(key) : null;
            case Sequence sequence -> part instanceof Integer index && index < sequence.items().size()
                    ? sequence.items().get(index)
                    : null;
            case Scalar scalar -> null;
        };
    }
}
