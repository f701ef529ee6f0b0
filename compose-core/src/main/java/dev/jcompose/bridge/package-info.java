/** Other descriptions made of a project by images that know them: {@code bridge}. */
@NullMarked
package dev.jcompose.bridge;

import org.jspecify.annotations.NullMarked;
