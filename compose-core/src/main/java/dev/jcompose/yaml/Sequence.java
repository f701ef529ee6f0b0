package dev.jcompose.yaml;

import java.util.List;

/** A list of values. */
public record Sequence(List<Node> items, Origin origin, MergeTag mergeTag) implements Node {
    public Sequence { items = List.copyOf(items); }

    /** A sequence without a merge tag. */
    public static Sequence of(List<? extends Node> items, Origin origin) {
        return new Sequence(List.copyOf(items), origin, MergeTag.NONE);
    }

    /** The same history and tag around other items. */
    public Sequence withItems(List<? extends Node> others) {
        return new Sequence(List.copyOf(others), origin, mergeTag);
    }

    @Override
    public Sequence withOrigin(Origin other) {
        return new Sequence(items, other, mergeTag);
    }

    @Override
    public Sequence withMergeTag(MergeTag tag) {
        return new Sequence(items, origin, tag);
    }
}
