package dev.jcompose.load;

import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;

/**
 * Turns the short forms of one file into the form that merging knows. Everything a short form stands for has the
 * short form's position.
 */
public final class Canonical {
    private Canonical() {
    }

    /** The file with its variables replaced; texts that are of no known form are reported. */
    public static Mapping of(Mapping file, Problems problems) {
        return expand(file, Site.root(problems));
    }

    /** The file with variables still in it: what cannot be read until they are replaced is left as it is. */
    public static Mapping uninterpolated(Mapping file, Problems problems) {
        return expand(file, Site.uninterpolated(problems));
    }

    private static Mapping expand(Mapping file, Site root) {
        Node expanded = Rewrite.topDown(file, Rules.STANDARD.root(), root, Canonical::expand);
        return expanded instanceof Mapping mapping ? mapping : file;
    }

    private static Node expand(Node node, Rule rule, Site at) {
        if (rule.shortForm() == null) {
            return node;
        }
        Node expanded = rule.shortForm().apply(node, at);
        return expanded.mergeTag() == node.mergeTag() ? expanded : expanded.withMergeTag(node.mergeTag());
    }
}
