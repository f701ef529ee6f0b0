/**
 * From what should be and what is to what must be done. Pure: no I/O, no clock, no randomness, no prompt; the same
 * project and observation always give the same plan, in any order of the file's services. One file per verb.
 */
@NullMarked
package dev.jcompose.plan;

import org.jspecify.annotations.NullMarked;
