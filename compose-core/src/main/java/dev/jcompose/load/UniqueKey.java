package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import org.jspecify.annotations.Nullable;

/** What makes two items of a sequence the same: of such, the last counts, at the place of the first. */
@FunctionalInterface
interface UniqueKey {
    /** Null where the item is like no other. */
    @Nullable
    String of(Node item);
}
