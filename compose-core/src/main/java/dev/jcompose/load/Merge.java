package dev.jcompose.load;

import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Node.MergeTag;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins two trees by the merge rule of each attribute. Every leaf keeps the position in its own file, and remembers
 * what it took the place of.
 */
public final class Merge {
    private Merge() {
    }

    /**
     * A later file over what earlier ones gave (at first an empty mapping); both in canonical form. What the later
     * file marks with {@code !reset} is gone from the result, and so are the marks.
     */
    public static Mapping files(Mapping earlier, Mapping later, Problems problems) {
        return mappings(earlier, later, Rules.STANDARD.root(), Site.root(problems));
    }

    /** A service over the one that it extends, both in canonical form; {@code name} is for messages. */
    public static Mapping services(String name, Mapping base, Mapping service, Problems problems) {
        return mappings(base, service, Rules.STANDARD.service(), Site.root(problems).key("services").key(name));
    }

    private static Node nodes(Node earlier, Node later, RuleNode rules, Site at) {
        if (later.mergeTag() == MergeTag.OVERRIDE) {
            return replaced(earlier, later);
        }
        MergeRule how = rules.rule().merge();
        Node kept = Tags.withoutReset(earlier, later);
        Node added = how == MergeRule.DEEP || how == MergeRule.LOGGING ? later : Tags.settle(later);
        return switch (how) {
            case DEEP -> deep(earlier, later, rules, at);
            case REPLACE -> replaced(earlier, added);
            case SEQUENCE -> SequenceMerge.all(kept, added, at);
            case NEW_ITEMS -> SequenceMerge.newItems(kept, added, at);
            case LOGGING -> logging(earlier, later, rules, at);
            case POOLS -> PoolMerge.pools(earlier, added,
                    (pool, other) -> mappings(pool, other, rules.items(), at));
        };
    }

    private static Node deep(Node earlier, Node later, RuleNode rules, Site at) {
        if (later instanceof Scalar scalar && scalar.isNull()) {
            return earlier;
        }
        return switch (earlier) {
            case Mapping mapping when later instanceof Mapping other -> mappings(mapping, other, rules, at);
            case Sequence sequence when later instanceof Sequence other -> sequences(sequence, other);
            case Scalar scalar -> replaced(scalar, later);
            case Mapping mapping -> clash(mapping, later, "a mapping", at);
            case Sequence sequence -> clash(sequence, later, "a list", at);
        };
    }

    static Mapping mappings(Mapping earlier, Mapping later, RuleNode rules, Site at) {
        if (later.entries().isEmpty()) {
            return earlier;
        }
        Map<String, Mapping.Entry> merged = new LinkedHashMap<>(earlier.entries());
        for (Map.Entry<String, Mapping.Entry> each : later.entries().entrySet()) {
            String key = each.getKey();
            Mapping.Entry entry = each.getValue();
            Mapping.@Nullable Entry before = merged.get(key);
            if (entry.value().mergeTag() == MergeTag.RESET) {
                merged.remove(key);
            } else if (before == null) {
                merged.put(key, new Mapping.Entry(entry.keyPosition(), Tags.settle(entry.value())));
            } else {
                Node value = nodes(before.value(), entry.value(), rules.key(key), at.key(key));
                boolean kept = Rewrite.same(value, before.value());
                merged.put(key, new Mapping.Entry(kept ? before.keyPosition() : entry.keyPosition(), value));
            }
        }
        return earlier.withEntries(merged);
    }

    private static Sequence sequences(Sequence earlier, Sequence later) {
        List<Node> items = new ArrayList<>(earlier.items());
        later.items().forEach(item -> items.add(Tags.settle(item)));
        return earlier.withItems(items);
    }

    private static Node logging(Node earlier, Node later, RuleNode rules, Site at) {
        if (!(earlier instanceof Mapping mapping) || !(later instanceof Mapping other)) {
            return deep(earlier, later, rules, at);
        }
        boolean differ = mapping.get("driver") instanceof Scalar one && other.get("driver") instanceof Scalar two
                && !one.text().equals(two.text());
        return differ ? replaced(earlier, later) : mappings(mapping, other, rules, at);
    }

    private static Node replaced(Node earlier, Node later) {
        return Tags.settle(later).withOrigin(later.origin().replacing(earlier));
    }

    private static Node clash(Node earlier, Node later, String was, Site at) {
        at.error(later, "cannot replace " + was + " from " + earlier.position(),
                "write " + was + ", or mark the value with !override");
        return later;
    }
}
