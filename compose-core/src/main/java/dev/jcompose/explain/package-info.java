/**
 * Answers why an attribute has its value: every place that set it, in order, and the variables that went into it. Reads
 * the history that a load leaves in its tree, and nothing else.
 */
@NullMarked
package dev.jcompose.explain;

import org.jspecify.annotations.NullMarked;
