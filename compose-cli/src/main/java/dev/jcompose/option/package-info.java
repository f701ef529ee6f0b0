/**
 * What a command line may say, and what it said. Commands declare their words in code through {@code Syntax}, not by
 * annotations: reading picocli's annotations costs more at start-up (70 ms on two cores) than all the rest of the
 * command line. picocli is imported here only.
 */
@NullMarked
package dev.jcompose.option;

import org.jspecify.annotations.NullMarked;
