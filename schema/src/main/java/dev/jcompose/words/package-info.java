/** What files, command lines and paths have in common when a word in them is wrong: which one was probably meant. */
@NullMarked
package dev.jcompose.words;

import org.jspecify.annotations.NullMarked;
