/**
 * Where something is written and what is wrong with it. Knows nothing else of the program, so that every stage can
 * speak of positions and problems.
 */
@NullMarked
package dev.jcompose.source;

import org.jspecify.annotations.NullMarked;
