package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/** The short form of {@code devices}: {@code HOST[:CONTAINER[:PERMISSIONS]]}. */
final class DeviceForm {
    private DeviceForm() {
    }

    static Node expand(Node node, Site at) {
        if (!(node instanceof Scalar scalar) || !scalar.isString()) {
            return node;
        }
        String[] parts = scalar.text().split(":", -1);
        if (parts.length > 3 && !at.lenient()) {
            at.error(node, "too many colons in '" + scalar.text() + "'",
                    "write source, target and permissions as keys");
            return node;
        }
        String target = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : parts[0];
        return new MappingBuilder().put("source", parts[0], scalar.origin())
                .put("target", target, scalar.origin())
                .put("permissions", parts.length == 3 ? parts[2] : "rwm", scalar.origin())
                .build(scalar.origin());
    }

    /** Devices are told apart by their target. */
    static @Nullable String key(Node item) {
        return item instanceof Mapping device && device.get("target") instanceof Scalar target ? target.text() : null;
    }
}
