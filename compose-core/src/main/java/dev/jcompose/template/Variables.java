package dev.jcompose.template;

import org.jspecify.annotations.Nullable;

/** Knows the values of variables. */
@FunctionalInterface
public interface Variables {
    /** The variable of this name; null if it is not set, which differs from set to nothing. */
    @Nullable
    Value find(String name);

    /**
     * A value and who supplied it.
     *
     * @param source
     *            for people: {@code shell}, {@code .env:3}
     */
    record Value(String value, String source) {}
}
