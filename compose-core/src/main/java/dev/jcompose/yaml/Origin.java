package dev.jcompose.yaml;

import dev.jcompose.source.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value came to be what it is.
 *
 * @param position
 *            where it is written, in the file that supplied it
 * @param replaced
 *            the value that it took the place of in a merge, with that one's own origin; null if it took no place
 * @param variables
 *            what interpolation put into it, in the order of use
 * @param via
 *            how what is written at the position came to stand here; null where it was written here, or where the load
 *            did not trace its values
 */
public record Origin(Position position, @Nullable Node replaced, List<VariableUse> variables, @Nullable Via via) {
    public Origin { variables = List.copyOf(variables); }

    /** A value that stands as it was written. */
    public static Origin at(Position position) {
        return new Origin(position, null, List.of(), null);
    }

    /** This origin, remembering what the value replaced before all that it is known to have replaced. */
    public Origin replacing(Node earlier) {
        Node oldest = replaced == null ? earlier : replaced.withOrigin(replaced.origin().replacing(earlier));
        return new Origin(position, oldest, variables, via);
    }

    /** This origin, with the variables that went into the value. */
    public Origin using(List<VariableUse> uses) {
        return uses.isEmpty() ? this : new Origin(position, replaced, uses, via);
    }

    /** This origin, for a value that another one refers to. */
    public Origin through(Via.Kind kind, Position reference) {
        return new Origin(position, replaced, variables, new Via(kind, reference, via));
    }

    /**
     * One use of a variable.
     *
     * @param name
     *            the variable
     * @param value
     *            what was put in, or null where it was unset and had no default
     * @param source
     *            who supplied it: {@code shell}, {@code .env:3}, {@code default}, {@code unset}
     */
    public record VariableUse(String name, @Nullable String value, String source) {}
}
