/** The samples are documentation that is also a test: each loads, and runs where an engine answers. */
@NullMarked
package dev.jcompose.samples;

import org.jspecify.annotations.NullMarked;
