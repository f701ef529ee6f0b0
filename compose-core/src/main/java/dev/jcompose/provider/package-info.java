/** Services and models that programs beside the engine run: plugins of the Docker client, or programs on the PATH. */
@NullMarked
package dev.jcompose.provider;

import org.jspecify.annotations.NullMarked;
