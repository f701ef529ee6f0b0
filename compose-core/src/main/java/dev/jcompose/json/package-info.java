/**
 * JSON as plain values: maps in the order received, lists, texts, {@link Long}s, {@link Double}s, booleans, nulls. Our
 * own, because what is read (the engine's answers, client configuration, progress of builds) and written (requests,
 * definitions of builds) is small, and a library's start-up takes longer than all of it: loading Jackson's parser alone
 * makes the JDK compute large powers for its decimal numbers.
 */
@NullMarked
package dev.jcompose.json;

import org.jspecify.annotations.NullMarked;
