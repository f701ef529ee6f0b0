package dev.jcompose.option;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** An option that may be repeated, or the arguments at the end. */
public final class Texts extends Word {
    private List<String> words = List.of();

    Texts(ArgSpec spec, List<String> names, String label, String meaning, boolean hidden) {
        super(spec, names, label, meaning, hidden);
    }

    /** What was said, in order; empty if nothing was. */
    public List<String> values() {
        @Nullable
        Object said = said();
        return said instanceof String[] values ? List.copyOf(Arrays.asList(values)) : List.of();
    }

    /** Names the few words that may be said, for completion. */
    public Texts among(String... some) {
        words = List.of(some);
        return this;
    }

    /** Whether the command line holds any. */
    @Override
    public boolean given() {
        return !values().isEmpty();
    }

    @Override
    Kind kind() {
        return Kind.TEXTS;
    }

    @Override
    List<String> words() {
        return words;
    }
}
