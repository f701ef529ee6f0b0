package dev.jcompose.terminal;

import dev.jcompose.terminal.Terminal.Stream;
import java.util.Map;

/**
 * Which control characters may be printed where.
 *
 * @param terminal
 *            asked which streams are terminals
 * @param mode
 *            what the user wants
 * @param noColor
 *            whether {@code NO_COLOR} is set
 */
public record Ansi(Terminal terminal, Mode mode, boolean noColor) {

    /** What the user wants. */
    public enum Mode {
        /** Nothing but text. */
        NEVER,
        /** Control characters even into files. */
        ALWAYS,
        /** Control characters on terminals. */
        AUTO
    }

    /** What the environment and the terminal allow. */
    public static Ansi of(Terminal terminal, Mode mode, Map<String, String> environment) {
        return new Ansi(terminal, mode, !environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** Whether the cursor may be moved. */
    public boolean moves(Stream stream) {
        return switch (mode) {
            case NEVER -> false;
            case ALWAYS -> true;
            case AUTO -> terminal.isTerminal(stream);
        };
    }

    /** Whether text may be coloured. */
    public boolean colours(Stream stream) {
        return !noColor && moves(stream);
    }
}
