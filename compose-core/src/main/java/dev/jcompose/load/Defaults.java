package dev.jcompose.load;

import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;

/**
 * Adds the keys that an attribute of the merged tree leaves out. What depends on other parts of the project, such as
 * names and the default network, is {@link Implicit}'s.
 */
public final class Defaults {
    private Defaults() {
    }

    /** The merged tree; what is added has the position of the attribute that lacks it. */
    public static Mapping of(Mapping tree) {
        Node filled = Rewrite.topDown(tree, Rules.STANDARD.root(), Site.root(new Problems()),
                (node, rule, at) -> rule.defaults() == null ? node : rule.defaults().apply(node, at));
        return filled instanceof Mapping mapping ? mapping : tree;
    }

    static Node build(Node node, Site at) {
        return absent(node, "context", ".");
    }

    static Node dependency(Node node, Site at) {
        return absent(absent(node, "condition", "service_started"), "required", true);
    }

    static Node port(Node node, Site at) {
        return absent(absent(node, "protocol", "tcp"), "mode", "ingress");
    }

    static Node secret(Node node, Site at) {
        return node instanceof Mapping secret && secret.get("source") instanceof Scalar source
                ? absent(node, "target", "/run/secrets/" + source.text())
                : node;
    }

    static Node devices(Node node, Site at) {
        return node instanceof Mapping request && request.get("device_ids") == null
                ? absent(node, "count", "all")
                : node;
    }

    private static Node absent(Node node, String key, Object value) {
        return node instanceof Mapping mapping && mapping.get(key) == null
                ? mapping.with(key, Scalar.of(value, mapping.origin()))
                : node;
    }
}
