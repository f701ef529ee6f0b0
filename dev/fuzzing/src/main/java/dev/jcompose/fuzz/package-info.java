/** What the fuzzer calls: a load of arbitrary bytes, and what must be true of it. Run by {@code dev/fuzz}. */
@NullMarked
package dev.jcompose.fuzz;

import org.jspecify.annotations.NullMarked;
