package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.util.Locale;

/** How many devices: a number, or {@code all}, which is -1. */
final class DeviceCountForm {
    private static final String ALL = "-1";

    private DeviceCountForm() {
    }

    static Node canonical(Node node, Site at) {
        if (!(node instanceof Scalar scalar) || !(scalar.value() instanceof String text)) {
            return node;
        }
        Object count = ScalarType.INTEGER.read(text.toLowerCase(Locale.ROOT).equals("all") ? ALL : text);
        if (count == null) {
            at.error(node, "'" + text + "' is not a count", "write all or a whole number");
            return node;
        }
        return Scalar.of(count, scalar.origin());
    }
}
