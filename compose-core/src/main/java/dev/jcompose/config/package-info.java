/**
 * The canonical tree as text: what {@code config} prints and what config hashes digest. Both must equal, byte for
 * byte, what {@code docker compose} writes, because people compare the two and because a hash decides whether a
 * container is made anew. So the text is written here: the emitter of snakeyaml-engine quotes, indents and folds by
 * other rules than Go's yaml.v3, and JSON libraries escape other characters than Go's {@code encoding/json}.
 */
@NullMarked
package dev.jcompose.config;

import org.jspecify.annotations.NullMarked;
