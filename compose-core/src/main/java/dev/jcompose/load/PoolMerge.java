package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Joins the address pools of a network: those of the same subnet become one, and those of the later file alone count
 * otherwise.
 */
final class PoolMerge {
    private PoolMerge() {
    }

    /**
     * With no pools on one side, there are none, as for other Compose implementations.
     *
     * @param join
     *            two pools to one
     */
    static Node pools(Node earlier, Node later, BinaryOperator<Mapping> join) {
        if (!(earlier instanceof Sequence pools) || !(later instanceof Sequence others)) {
            return later;
        }
        List<Node> merged = new ArrayList<>();
        for (Node each : pools.items()) {
            Node pool = each;
            for (Node other : others.items()) {
                if (!Objects.equals(subnet(pool), subnet(other))) {
                    if (place(merged, other) < 0) {
                        merged.add(other);
                    }
                    continue;
                }
                pool = pool instanceof Mapping one && other instanceof Mapping two ? join.apply(one, two) : other;
                int place = place(merged, pool);
                if (place < 0) {
                    merged.add(pool);
                } else {
                    merged.set(place, pool);
                }
            }
        }
        return pools.withItems(merged);
    }

    private static int place(List<Node> pools, Node pool) {
        for (int i = 0; i < pools.size(); i++) {
            if (Objects.equals(subnet(pools.get(i)), subnet(pool))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String subnet(Node pool) {
        return pool instanceof Mapping mapping && mapping.get("subnet") instanceof Scalar subnet ? subnet.text() : null;
    }
}
