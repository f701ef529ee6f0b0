/** How long the library takes, measured with JMH. */
@NullMarked
package dev.jcompose.bench;

import org.jspecify.annotations.NullMarked;
