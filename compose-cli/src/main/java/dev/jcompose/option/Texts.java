package dev.jcompose.option;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** An option that may be repeated, or the arguments at the end. */
public final class Texts extends Word {
    Texts(ArgSpec spec, List<String> names, String label, String meaning, boolean hidden) {
        super(spec, names, label, meaning, hidden);
    }

    /** What was said, in order; empty if nothing was. */
    public List<String> values() {
        @Nullable
        Object said = said();
        return said instanceof String[] values ? List.copyOf(Arrays.asList(values)) : List.of();
    }

    /** What was said, each cut at commas, as docker takes its lists. */
    public List<String> commaSeparated() {
        return values().stream().flatMap(value -> Arrays.stream(value.split(","))).toList();
    }

    /** Whether the command line holds any. */
    public boolean given() {
        return !values().isEmpty();
    }
}
