/**
 * Carries plans out. Decides nothing: one virtual thread per step waits for its predecessors, a semaphore limits engine
 * calls, a failed step keeps back what has not begun.
 */
@NullMarked
package dev.jcompose.execute;

import org.jspecify.annotations.NullMarked;
