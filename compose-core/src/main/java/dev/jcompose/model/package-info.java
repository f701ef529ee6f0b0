/**
 * A project as typed, immutable values: one small record per concern, each with its components and their decoding side
 * by side. The records are a view of the canonical tree, which stays at hand as {@code canonical()} because it, not
 * they, is what is printed, hashed and pointed at. Pure: nothing here reads or writes anything.
 */
@NullMarked
package dev.jcompose.model;

import org.jspecify.annotations.NullMarked;
