/** Copying files into containers and out of them, with paths, links and names treated as {@code docker cp} does. */
@NullMarked
package dev.jcompose.copy;

import org.jspecify.annotations.NullMarked;
