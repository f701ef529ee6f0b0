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
 *            the value that it took the place of in a merge, or null
 * @param variables
 *            what interpolation put into it, in the order of use
 */
public record Origin(Position position, @Nullable Origin replaced, List<VariableUse> variables) {
    public Origin { variables = List.copyOf(variables); }

    /** A value that stands as it was written. */
    public static Origin at(Position position) {
        return new Origin(position, null, List.of());
    }

    /** This origin, remembering what the value replaced. */
    public Origin replacing(Origin earlier) {
        return new Origin(position, earlier, variables);
    }

    /** This origin, with the variables that went into the value. */
    public Origin using(List<VariableUse> uses) {
        return uses.isEmpty() ? this : new Origin(position, replaced, uses);
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
