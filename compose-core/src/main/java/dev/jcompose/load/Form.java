package dev.jcompose.load;

import dev.jcompose.yaml.Node;

/** One spelling of an attribute into another. What is of an unexpected type is returned as it is: the schema tells. */
@FunctionalInterface
interface Form {
    /** Whatever the new value holds has the position of what was written. */
    Node apply(Node node, Site at);
}
