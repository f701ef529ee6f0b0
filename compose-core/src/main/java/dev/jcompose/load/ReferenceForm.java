package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/** The short form of a service's {@code configs} and {@code secrets}: the name alone. */
final class ReferenceForm {
    private ReferenceForm() {
    }

    static Node expand(Node node, Site at) {
        return node instanceof Scalar name && name.isString()
                ? new MappingBuilder().put("source", name.text(), name.origin()).build(name.origin())
                : node;
    }

    /** Configs are told apart by their target. */
    static @Nullable String config(Node item) {
        return key(item, "");
    }

    /** Secrets are told apart by their target. */
    static @Nullable String secret(Node item) {
        return key(item, "/run/secrets");
    }

    private static @Nullable String key(Node item, String folder) {
        if (!(item instanceof Mapping reference)) {
            return null;
        }
        if (reference.get("target") instanceof Scalar target) {
            return target.text();
        }
        return folder + "/" + (reference.get("source") instanceof Scalar source ? source.text() : "");
    }
}
