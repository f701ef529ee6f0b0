/**
 * Environment variables as values: an immutable lookup that knows where each variable came from, and the reader of
 * {@code .env} files, which Compose reads by rules of its own. The process's environment is never read here; callers
 * hand it in.
 */
@NullMarked
package dev.jcompose.env;

import org.jspecify.annotations.NullMarked;
