/** A terminal that a test types at and reads from: only a real one can tell what a program does to terminals. */
@NullMarked
package dev.jcompose.pty;

import org.jspecify.annotations.NullMarked;
