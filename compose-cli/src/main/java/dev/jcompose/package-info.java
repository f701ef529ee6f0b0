/**
 * The command {@code jcompose}: which commands there are, how a run ends, and how errors are told. Everything below
 * works without a process of its own, so that tests run whole command lines; only {@code Main} ends one.
 */
@NullMarked
package dev.jcompose;

import org.jspecify.annotations.NullMarked;
