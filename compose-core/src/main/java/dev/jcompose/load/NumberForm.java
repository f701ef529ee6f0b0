package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;

/** Numbers that must be written as such: neither in quotes nor as a variable. */
final class NumberForm {
    private NumberForm() {
    }

    static Node unquoted(Node node, Site at) {
        if (node instanceof Scalar scalar && scalar.isString()) {
            at.error(node, "must be a number, not the string '" + scalar.text() + "'",
                    "write a number without quotes; a variable always gives a string here");
        }
        return node;
    }
}
