/**
 * Which proxy stands before an address, by the variables that most programs read. Apart from those who go through it:
 * the engine's adapter and the client of registries are to go the same way.
 */
@NullMarked
package dev.jcompose.proxy;

import org.jspecify.annotations.NullMarked;
