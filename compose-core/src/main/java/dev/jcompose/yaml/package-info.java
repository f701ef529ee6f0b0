/**
 * YAML text to an immutable tree that knows where each value was written, and back. The only package that uses
 * snakeyaml-engine.
 */
@NullMarked
package dev.jcompose.yaml;

import org.jspecify.annotations.NullMarked;
