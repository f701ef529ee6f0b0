/** What is: one snapshot of the engine, from a small, fixed number of list calls. */
@NullMarked
package dev.jcompose.observe;

import org.jspecify.annotations.NullMarked;
