/**
 * Compose files from git repositories and registries: fetched when somebody names them, kept in the cache that docker
 * compose uses, so that both tools give containers the same paths. A package of its own because the loader itself
 * touches neither network nor processes.
 */
@NullMarked
package dev.jcompose.remote;

import org.jspecify.annotations.NullMarked;
