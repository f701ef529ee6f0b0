package dev.jcompose.load;

import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;

/**
 * Gives every value of the merged tree the one spelling that is printed, digested and read into records: durations,
 * sizes and modes as texts, commands as words, environment and labels as mappings.
 */
public final class Values {
    private Values() {
    }

    /** The merged tree; values that cannot be read are reported and left as they are. */
    public static Mapping of(Mapping tree, Problems problems) {
        Node read = Rewrite.topDown(tree, Rules.STANDARD.root(), Site.root(problems), Values::read);
        return read instanceof Mapping mapping ? mapping : tree;
    }

    private static Node read(Node node, Rule rule, Site at) {
        return rule.value() == null ? node : rule.value().apply(node, at);
    }
}
