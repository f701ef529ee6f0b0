package dev.jcompose.option;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** An option or argument with one value; of several the last counts. */
public final class Text extends Word {
    Text(ArgSpec spec, List<String> names, String label, String meaning, boolean hidden) {
        super(spec, names, label, meaning, hidden);
    }

    /** What was said, or null. */
    public @Nullable String value() {
        @Nullable
        Object said = said();
        return said == null ? null : said.toString();
    }

    /** What was said, or else this. */
    public String or(String fallback) {
        @Nullable
        String value = value();
        return value == null ? fallback : value;
    }

    /** What was said; for arguments that the command line must hold. */
    public String required() {
        return Objects.requireNonNull(value());
    }

    /** Whether the command line names it at all. */
    public boolean given() {
        return said() != null;
    }

    /**
     * What was said as a whole number, or else the fallback.
     *
     * @throws UsageException
     *             if it is not a number
     */
    public int whole(int fallback) {
        @Nullable
        String value = value();
        if (value == null) {
            return fallback;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new UsageException("invalid argument \"" + value + "\" for " + name() + ": use a whole number", e);
        }
    }
}
