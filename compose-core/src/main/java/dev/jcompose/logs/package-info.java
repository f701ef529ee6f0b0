/** What containers wrote and write: history in the order of time, then each line as it comes. */
@NullMarked
package dev.jcompose.logs;

import org.jspecify.annotations.NullMarked;
