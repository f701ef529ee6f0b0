package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.List;

/** Attributes whose short form is the value of their main key. */
final class WrapForm {
    private WrapForm() {
    }

    /** {@code build: .} */
    static Node build(Node node, Site at) {
        return wrap(node, "context");
    }

    /** {@code extends: base} */
    static Node extended(Node node, Site at) {
        return wrap(node, "service");
    }

    /** {@code include: [other.yaml]} */
    static Node include(Node node, Site at) {
        return wrap(node, "path");
    }

    /** {@code gpus: all} */
    static Node gpus(Node node, Site at) {
        return node instanceof Scalar scalar && "all".equals(scalar.value())
                ? Sequence.of(List.of(new MappingBuilder().put("count", "all", scalar.origin()).build(scalar.origin())),
                        scalar.origin())
                : node;
    }

    private static Node wrap(Node node, String key) {
        return node instanceof Scalar scalar && scalar.isString()
                ? new MappingBuilder().put(key, scalar.position(), scalar).build(scalar.origin())
                : node;
    }
}
