package dev.jcompose.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** An option that is on or off; {@code --name=false} turns off what is on by itself. */
public final class Flag extends Word {
    private final boolean fallback;

    Flag(OptionSpec spec, List<String> names, String meaning, boolean hidden, boolean fallback) {
        super(spec, names, "", meaning, hidden);
        this.fallback = fallback;
    }

    /** Whether it is on. */
    public boolean on() {
        return given() ? isTrue() : fallback;
    }

    @Override
    Kind kind() {
        return Kind.FLAG;
    }

    @Override
    String fallback() {
        return String.valueOf(fallback);
    }

    @Override
    void check() {
        on();
    }

    private boolean isTrue() {
        @Nullable
        Object said = said();
        return switch (String.valueOf(said)) {
            case "true", "1", "t", "T", "TRUE", "True" -> true;
            case "false", "0", "f", "F", "FALSE", "False" -> false;
            default -> throw new UsageException(
                    "invalid argument \"" + said + "\" for " + name() + ": use true or false");
        };
    }
}
