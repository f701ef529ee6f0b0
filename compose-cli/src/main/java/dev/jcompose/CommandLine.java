package dev.jcompose;

import dev.jcompose.command.AnsiChoice;
import dev.jcompose.command.Command;
import dev.jcompose.command.HeadStart;
import dev.jcompose.command.Session;
import dev.jcompose.command.Surroundings;
import dev.jcompose.command.VersionCommand;
import dev.jcompose.option.GlobalOptions;
import dev.jcompose.option.HelpText;
import dev.jcompose.option.UsageException;
import dev.jcompose.terminal.Ansi;
import dev.jcompose.words.Nearest;
import java.util.ArrayList;
import java.util.List;

/** A command line from its words to its exit code. */
final class CommandLine {
    private final Surroundings given;
    private GlobalOptions options = new GlobalOptions();

    private CommandLine(Surroundings given) {
        this.given = given;
    }

    /** Runs the command that these words name; throws nothing. */
    static int run(List<String> words, Surroundings given) {
        HeadStart.with(words);
        CommandLine line = new CommandLine(given);
        int code = line.guarded(words);
        given.terminal().err().flush();
        if (given.terminal().out().checkError() && code == ExitCode.OK) {
            given.terminal().err().println("cannot write to standard output");
            code = ExitCode.FAILED;
        }
        given.terminal().err().flush();
        return code;
    }

    // Whatever comes up here must not reach the user as a stack trace.
    @SuppressWarnings("CatchingUnchecked")
    private int guarded(List<String> words) {
        try {
            return run(words);
        } catch (Exception | Error e) {
            given.terminal().out().flush();
            return new ErrorReport(given.terminal(), ansi(), given.directory(),
                    options.verbose.on() || options.debug.on()).report(e);
        }
    }

    /** With an option that cannot be understood, which is then the error, nothing is in colour. */
    private Ansi ansi() {
        try {
            return AnsiChoice.of(given.terminal(), options, given.environment());
        } catch (UsageException e) {
            return new Ansi(given.terminal(), Ansi.Mode.NEVER, true);
        }
    }

    private int run(List<String> line) throws InterruptedException {
        List<String> rest = parsed(line);
        if (options.version.on()) {
            return run(new VersionCommand());
        }
        if (rest.isEmpty() || options.syntax().helpWanted()) {
            given.terminal().out().print(HelpText.of(options.syntax(), CommandTable.summaries()));
            return ExitCode.OK;
        }
        int words = CommandTable.wordsOfName(rest);
        String name = String.join(" ", rest.subList(0, words));
        Command command = CommandTable.create(name).orElseThrow(() -> unknown(name));
        command.syntax().parse(rest.subList(words, rest.size()));
        if (command.syntax().helpWanted()) {
            given.terminal().out().print(command.help());
            return ExitCode.OK;
        }
        return run(command);
    }

    /** As docker's plugin we are called with the name by which docker knows us after docker's own options. */
    private List<String> parsed(List<String> line) {
        options.syntax().parse(line);
        List<String> rest = options.command.values();
        if (rest.isEmpty() || !rest.getFirst().equals("compose")) {
            return rest;
        }
        List<String> without = new ArrayList<>(line);
        without.remove(line.size() - rest.size());
        options = new GlobalOptions();
        options.syntax().parse(without);
        return options.command.values();
    }

    private int run(Command command) throws InterruptedException {
        try (Session session = new Session(given, options, command.syntax().name(), command.isDryRun(),
                command.isStrict())) {
            session.checkOptions();
            return command.run(session);
        }
    }

    private static UsageException unknown(String name) {
        return new UsageException("unknown command \"" + name + "\""
                + Nearest.to(name, CommandTable.NAMES).map(near -> "; did you mean '" + near + "'?")
                        .orElse("; see 'jcompose --help'"));
    }
}
