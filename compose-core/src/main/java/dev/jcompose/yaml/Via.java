package dev.jcompose.yaml;

import dev.jcompose.source.Position;
import org.jspecify.annotations.Nullable;

/**
 * A reference that brought a value from where it is written to where it counts.
 *
 * @param kind
 *            what refers to it
 * @param reference
 *            where that stands
 * @param inner
 *            the reference that had brought it there, if it took several; null for the one next to the value
 */
public record Via(Kind kind, Position reference, @Nullable Via inner) {

    /** What can refer to a value. */
    public enum Kind {
        /** {@code *name}, also after {@code <<}. */
        ALIAS,
        /** {@code extends} of a service. */
        EXTENDS,
        /** {@code include} of a file. */
        INCLUDE,
        /** {@code env_file} of a service. */
        ENV_FILE,
        /** {@code label_file} of a service. */
        LABEL_FILE
    }
}
