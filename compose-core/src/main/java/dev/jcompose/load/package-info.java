/**
 * Files to a project, one class a stage. What is special about an attribute (its short form, how it merges, whether
 * it holds a path) is a row of {@link dev.jcompose.load.Rules}, so that a stage is a walk over the tree and not a list
 * of attributes.
 */
@NullMarked
package dev.jcompose.load;

import org.jspecify.annotations.NullMarked;
