package dev.jcompose.command;

import dev.jcompose.option.GlobalOptions;
import dev.jcompose.option.UsageException;
import dev.jcompose.terminal.Ansi;
import dev.jcompose.terminal.Terminal;
import java.util.Map;

/** Which control characters the user wants: {@code --ansi}, {@code --no-ansi}, else {@code COMPOSE_ANSI}. */
public final class AnsiChoice {
    private AnsiChoice() {
    }

    /**
     * What may be printed.
     *
     * @throws UsageException
     *             if the choice is none of never, always and auto
     */
    public static Ansi of(Terminal terminal, GlobalOptions options, Map<String, String> environment) {
        return Ansi.of(terminal, mode(options, environment), environment);
    }

    private static Ansi.Mode mode(GlobalOptions options, Map<String, String> environment) {
        String mode = options.ansi.or(options.noAnsi.on() ? "never" : environment.getOrDefault("COMPOSE_ANSI", "auto"));
        return switch (mode) {
            case "never" -> Ansi.Mode.NEVER;
            case "always" -> Ansi.Mode.ALWAYS;
            case "auto", "" -> Ansi.Mode.AUTO;
            default -> throw new UsageException(
                    "unsupported --ansi value \"" + mode + "\": use never, always or auto");
        };
    }
}
