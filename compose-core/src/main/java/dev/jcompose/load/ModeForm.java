package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/** File modes: a number as it is, a text in octal digits. */
final class ModeForm {
    private static final String HINT = "write octal digits, such as \"0440\"";

    private ModeForm() {
    }

    /** The mode of a config or secret, as text: {@code "0440"}. */
    static Node octal(Node node, Site at) {
        if (node instanceof Scalar scalar && scalar.value() instanceof Double) {
            at.error(scalar, "'" + scalar.text() + "' is not a file mode", HINT);
            return node;
        }
        @Nullable
        Long mode = read(node, at);
        return mode == null || !(node instanceof Scalar scalar)
                ? node
                : Scalar.string((mode < 0 ? "0-" : "0") + Long.toOctalString(Math.abs(mode)), scalar.origin());
    }

    /** The mode of a tmpfs, as a number; a text is none, not even after a variable was replaced. */
    static Node number(Node node, Site at) {
        if (node instanceof Scalar scalar && scalar.isString()) {
            return NumberForm.unquoted(node, at);
        }
        @Nullable
        Long mode = read(node, at);
        return mode == null || !(node instanceof Scalar scalar) || mode.equals(scalar.value())
                ? node
                : Scalar.of(mode, scalar.origin());
    }

    private static @Nullable Long read(Node node, Site at) {
        if (!(node instanceof Scalar scalar)) {
            return null;
        }
        return switch (scalar.value()) {
            case Long mode -> mode;
            case Double mode -> mode.longValue();
            case String text -> parse(text, scalar, at);
            case null, default -> null;
        };
    }

    private static @Nullable Long parse(String text, Scalar scalar, Site at) {
        try {
            return Long.parseLong(text, 8);
        } catch (NumberFormatException notOctal) {
            at.error(scalar, "'" + text + "' is not a file mode", HINT);
            return null;
        }
    }
}
