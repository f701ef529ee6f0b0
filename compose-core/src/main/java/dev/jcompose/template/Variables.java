package dev.jcompose.template;

import java.util.List;
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
     * @param uses
     *            other variables that went into the value where the source sets it
     */
    record Value(String value, String source, List<Expansion.Use> uses) {
        public Value { uses = List.copyOf(uses); }

        /** A value that no other variable went into. */
        public Value(String value, String source) {
            this(value, source, List.of());
        }
    }
}
