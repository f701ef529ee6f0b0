/** Talking to a process in a container: one-off containers, commands in running ones, and {@code up} in front. */
@NullMarked
package dev.jcompose.run;

import org.jspecify.annotations.NullMarked;
