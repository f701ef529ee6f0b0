/**
 * One class per command: its options, one call into the library, its output. What all share (reading the project,
 * reaching the engine, showing progress) is in {@code Session} and the few base classes.
 */
@NullMarked
package dev.jcompose.command;

import org.jspecify.annotations.NullMarked;
