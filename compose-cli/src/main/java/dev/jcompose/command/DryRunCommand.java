package dev.jcompose.command;

import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code alpha dry-run}: an older way to say {@code --dry-run}. */
public final class DryRunCommand extends Command {
    private final Function<String, Optional<Command>> commands;
    private final Texts words = syntax.someArguments("COMMAND");

    /**
     * @param commands
     *            finds a command by its name
     */
    public DryRunCommand(Function<String, Optional<Command>> commands) {
        super("alpha dry-run", "Show what a command would do (use --dry-run)");
        syntax.example("jcompose alpha dry-run -- up -d");
        this.commands = commands;
        syntax.stopAtArgument();
        syntax.form("COMMAND [ARGS...]");
    }

    @Override
    public int run(Session session) throws InterruptedException {
        List<String> line = words.values();
        Command command = commands.apply(line.getFirst())
                .orElseThrow(() -> new UsageException("unknown command \"" + line.getFirst() + "\""));
        command.syntax().parse(line.subList(1, line.size()));
        try (Session dry = session.dry()) {
            return command.run(dry);
        }
    }
}
