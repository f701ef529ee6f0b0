/**
 * Where a command reads from and writes to. Commands know this and not the process's own streams, so that tests can
 * read what they print; whether a stream is a terminal, how wide it is, and its raw mode are asked here.
 */
@NullMarked
package dev.jcompose.terminal;

import org.jspecify.annotations.NullMarked;
