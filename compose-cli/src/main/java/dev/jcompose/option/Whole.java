package dev.jcompose.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** An option whose value is a whole number; of several the last counts. */
public final class Whole extends Word {
    private final int fallback;

    Whole(OptionSpec spec, List<String> names, String label, String meaning, int fallback) {
        super(spec, names, label, meaning, false);
        this.fallback = fallback;
    }

    /** What was said, or else the number that stands for saying nothing. */
    public int value() {
        @Nullable
        Object said = said();
        if (said == null) {
            return fallback;
        }
        try {
            return Integer.parseInt(said.toString());
        } catch (NumberFormatException e) {
            throw new UsageException("invalid argument \"" + said + "\" for " + name() + ": use a whole number", e);
        }
    }

    @Override
    Kind kind() {
        return Kind.WHOLE;
    }

    @Override
    String fallback() {
        return String.valueOf(fallback);
    }

    @Override
    void check() {
        value();
    }
}
