/**
 * Who one is to a registry, as the user's Docker client knows it: its {@code config.json} and the credential helpers
 * named there. It reads that one file and starts those helpers, with the environment that it is given, and nothing else.
 */
@NullMarked
package dev.jcompose.registry;

import org.jspecify.annotations.NullMarked;
