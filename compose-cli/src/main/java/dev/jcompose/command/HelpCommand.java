package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.option.HelpText;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code help}. */
public final class HelpCommand extends Command {
    private final Function<String, Optional<Command>> commands;
    private final Supplier<Map<String, String>> summaries;
    private final Text command = syntax.optionalArgument("COMMAND");

    /**
     * @param commands
     *            finds a command by its name
     * @param summaries
     *            all commands' names and what they do
     */
    public HelpCommand(Function<String, Optional<Command>> commands, Supplier<Map<String, String>> summaries) {
        super("help", "Show how a command is used");
        syntax.example("jcompose help up");
        this.commands = commands;
        this.summaries = summaries;
    }

    @Override
    public int run(Session session) throws InterruptedException {
        String name = command.or("");
        session.out().print(name.isEmpty()
                ? HelpText.of(session.options().syntax(), summaries.get())
                : HelpText.of(commands.apply(name)
                        .orElseThrow(() -> new UsageException("unknown command \"" + name + "\"")).syntax()));
        return ExitCode.OK;
    }
}
