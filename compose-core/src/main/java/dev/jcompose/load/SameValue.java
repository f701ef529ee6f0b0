package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two trees say the same, wherever they are written and in whatever order their keys are. */
final class SameValue {
    private SameValue() {
    }

    static boolean of(@Nullable Node one, @Nullable Node other) {
        return switch (one) {
            case null -> other == null;
            case Scalar scalar -> other instanceof Scalar second && Objects.equals(scalar.value(), second.value());
            case Sequence sequence -> other instanceof Sequence second && sameItems(sequence, second);
            case Mapping mapping -> other instanceof Mapping second && mapping.keys().equals(second.keys())
                    && mapping.keys().stream().allMatch(key -> of(mapping.get(key), second.get(key)));
        };
    }

    private static boolean sameItems(Sequence one, Sequence other) {
        if (one.items().size() != other.items().size()) {
            return false;
        }
        for (int i = 0; i < one.items().size(); i++) {
            if (!of(one.items().get(i), other.items().get(i))) {
                return false;
            }
        }
        return true;
    }
}
