/** Tests of whole command lines: exit code, standard output, standard error, and what is in the engine afterwards. */
@NullMarked
package dev.jcompose;

import org.jspecify.annotations.NullMarked;
