package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/** A value of one type, however it was written: {@code "true"}, {@code 2.0} for 2. */
final class ScalarForm implements Form {
    private final ScalarType type;

    ScalarForm(ScalarType type) {
        this.type = type;
    }

    @Override
    public Node apply(Node node, Site at) {
        if (!(node instanceof Scalar scalar) || scalar.value() == null) {
            return node;
        }
        @Nullable
        Object read = read(scalar.value());
        if (read == null) {
            at.error(node, "'" + scalar.text() + "' is not " + type.wanted(), "write " + type.wanted());
            return node;
        }
        return read.equals(scalar.value()) ? node : Scalar.of(read, scalar.origin());
    }

    private @Nullable Object read(Object value) {
        return switch (value) {
            case String text -> type.read(text);
            case Long number when type == ScalarType.FLOAT || type == ScalarType.FLOAT32 -> number.doubleValue();
            case Double number when type == ScalarType.INTEGER -> number.longValue();
            case Double number when type == ScalarType.FLOAT32 -> ScalarType.single(number);
            default -> value;
        };
    }
}
