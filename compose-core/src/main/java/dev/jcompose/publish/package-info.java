/**
 * A project as an artifact in a registry, in the format of docker compose: which files belong to it, what should not
 * leave the machine unasked, and sending. A package of its own because it needs both the loader's files and the
 * registry, which know nothing of each other.
 */
@NullMarked
package dev.jcompose.publish;

import org.jspecify.annotations.NullMarked;
