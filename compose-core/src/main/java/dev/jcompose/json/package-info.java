/**
 * JSON as plain values: maps in the order received, lists, texts, {@link Long}s, {@link Double}s, booleans, nulls. Our
 * own, because a few kilobytes of it are read (client configuration, progress of builds) and written (definitions of
 * builds), for which no library is worth its start-up time.
 */
@NullMarked
package dev.jcompose.json;

import org.jspecify.annotations.NullMarked;
