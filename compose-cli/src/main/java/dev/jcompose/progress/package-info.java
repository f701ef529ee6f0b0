/**
 * What is shown while a plan is carried out: for people at a terminal, for people reading a log, for programs, or not
 * at all. Displays only listen: they are told of events and decide nothing.
 */
@NullMarked
package dev.jcompose.progress;

import org.jspecify.annotations.NullMarked;
