package dev.jcompose.yaml;

import dev.jcompose.source.Position;

/** A YAML value and where it came from. Immutable: stages build new nodes. */
public sealed interface Node permits Mapping, Sequence, Scalar {
    /** Where the value was written, and what it replaced. */
    Origin origin();

    /** The tag a person wrote, which changes how a merge treats the value. */
    MergeTag mergeTag();

    /** The same value with another history. */
    Node withOrigin(Origin origin);

    /** The same value with another merge tag. */
    Node withMergeTag(MergeTag tag);

    /** Shorthand for the origin's position. */
    default Position position() {
        return origin().position();
    }

    /** How a value takes part in a merge. */
    enum MergeTag {
        /** By the rule of its attribute. */
        NONE,
        /** {@code !reset}: the attribute is removed. */
        RESET,
        /** {@code !override}: the value replaces what was there. */
        OVERRIDE
    }
}
