package dev.jcompose.option;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** An option or argument with one value; of several the last counts. */
public final class Text extends Word {
    private final String fallback;
    private List<String> words = List.of();

    Text(ArgSpec spec, List<String> names, String label, String meaning, String fallback, boolean hidden) {
        super(spec, names, label, meaning, hidden);
        this.fallback = fallback;
    }

    /** What was said, or what stands for saying nothing, or null. */
    public @Nullable String value() {
        @Nullable
        Object said = said();
        return said == null ? (fallback.isEmpty() ? null : fallback) : said.toString();
    }

    /** What was said, or else this. */
    public String or(String other) {
        @Nullable
        Object said = said();
        return said == null ? other : said.toString();
    }

    /** What was said or stands for saying nothing; where there must be one of both. */
    public String required() {
        return Objects.requireNonNull(value());
    }

    /** Names the few words that may be said, for completion. */
    public Text among(String... some) {
        words = List.of(some);
        return this;
    }

    @Override
    Kind kind() {
        return Kind.TEXT;
    }

    @Override
    String fallback() {
        return fallback;
    }

    @Override
    List<String> words() {
        return words;
    }
}
