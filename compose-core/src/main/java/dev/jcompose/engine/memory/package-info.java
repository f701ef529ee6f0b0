/**
 * A container engine that exists in memory only: the same states, conflicts, events and streams as the real one, no
 * process, no clock, no randomness. It is there for tests, ours and those of programs that use the library; the same
 * contract is tested against it and against a Docker Engine.
 */
@NullMarked
package dev.jcompose.engine.memory;

import org.jspecify.annotations.NullMarked;
