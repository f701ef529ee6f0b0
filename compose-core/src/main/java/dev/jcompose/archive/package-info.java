/**
 * Tar archives, written while they are read and unpacked while they arrive: nothing is held as a whole. The only package
 * that knows the library behind it.
 */
@NullMarked
package dev.jcompose.archive;

import org.jspecify.annotations.NullMarked;
