package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/** What {@code key=value} items and plain names are told apart by. */
final class KeyedItem {
    private KeyedItem() {
    }

    /** What is before the first {@code =}. */
    static @Nullable String name(Node item) {
        if (!(item instanceof Scalar scalar)) {
            return null;
        }
        String text = GoText.of(scalar.value());
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals);
    }

    /** The whole item. */
    static @Nullable String whole(Node item) {
        return item instanceof Scalar scalar ? GoText.of(scalar.value()) : null;
    }
}
