/** A proxy between a client and a real engine, for what an engine cannot be made to do: to count calls and to fail. */
@NullMarked
package dev.jcompose.proxy;

import org.jspecify.annotations.NullMarked;
