package dev.jcompose.command;

import dev.jcompose.option.GlobalOptions;
import dev.jcompose.terminal.Terminal;
import java.io.PrintStream;

/** One run of the program: what it was given, and the options before the command. */
public final class Session {
    private final Surroundings given;
    private final GlobalOptions options;

    public Session(Surroundings given, GlobalOptions options) {
        this.given = given;
        this.options = options;
    }

    /** Where to read and write. */
    public Terminal terminal() {
        return given.terminal();
    }

    /** For results. */
    public PrintStream out() {
        return given.terminal().out();
    }

    /** For progress and problems. */
    public PrintStream err() {
        return given.terminal().err();
    }

    /** The options before the command. */
    public GlobalOptions options() {
        return options;
    }
}
