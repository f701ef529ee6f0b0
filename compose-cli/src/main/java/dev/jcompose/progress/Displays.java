package dev.jcompose.progress;

import dev.jcompose.option.UsageException;
import dev.jcompose.terminal.Ansi;
import dev.jcompose.terminal.Terminal;
import dev.jcompose.terminal.Terminal.Stream;
import java.io.PrintStream;
import java.util.Set;

/** Chooses a display by the name that {@code --progress} gives. */
public final class Displays {
    private static final Set<String> NAMES = Set.of("auto", "", "tty", "plain", "json", "quiet");

    private Displays() {
    }

    /**
     * Whether there is a display of that name.
     *
     * @throws UsageException
     *             if there is none, or none for this terminal
     */
    public static void check(String name, Ansi ansi) {
        if (!NAMES.contains(name)) {
            throw new UsageException(
                    "unsupported --progress value \"" + name + "\": use auto, tty, plain, json or quiet");
        }
        if (name.equals("tty") && ansi.mode() == Ansi.Mode.NEVER) {
            throw new UsageException("can't use --progress tty while ANSI support is disabled");
        }
    }

    /**
     * The display of that name.
     *
     * @param toOut
     *            whether progress goes to standard output
     * @param command
     *            what is being done: its name gives the picture its title
     * @throws UsageException
     *             if there is none
     */
    public static Display named(String name, Terminal terminal, Ansi ansi, boolean toOut, String command) {
        check(name, ansi);
        PrintStream target = toOut ? terminal.out() : terminal.err();
        return switch (name) {
            case "tty" -> new TtyProgress(terminal, ansi, title(command));
            case "plain" -> new PlainProgress(target);
            case "json" -> new JsonProgress(target);
            case "quiet" -> new QuietProgress();
            default -> ansi.moves(toOut ? Stream.OUT : Stream.ERR)
                    ? new TtyProgress(terminal, ansi, title(command))
                    : new PlainProgress(target);
        };
    }

    private static String title(String command) {
        return switch (command) {
            case "create" -> "Creating";
            case "kill" -> "Killing";
            case "pull" -> "Pulling";
            case "push" -> "Pushing";
            case "restart" -> "Restarting";
            case "rm" -> "Removing";
            case "stop" -> "Stopping";
            default -> "Running";
        };
    }
}
