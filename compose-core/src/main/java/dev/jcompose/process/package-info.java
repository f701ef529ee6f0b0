/**
 * Programs of the machine: run to their end, or to ours. Apart from those who need them (builders, providers), so that
 * all programs end in the same way.
 */
@NullMarked
package dev.jcompose.process;

import org.jspecify.annotations.NullMarked;
