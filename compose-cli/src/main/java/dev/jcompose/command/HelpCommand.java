package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.option.HelpText;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import java.util.function.Supplier;

/** {@code help}. */
public final class HelpCommand extends Command {
    private final Supplier<Commands> commands;
    private final Texts words = syntax.arguments("COMMAND");

    /** Of these commands. */
    public HelpCommand(Supplier<Commands> commands) {
        super("help", "Show how a command is used");
        syntax.form("[COMMAND]");
        syntax.example("jcompose help up");
        this.commands = commands;
    }

    @Override
    public int run(Session session) throws InterruptedException {
        String name = String.join(" ", words.values());
        session.out().print(name.isEmpty()
                ? HelpText.of(session.options().syntax(), commands.get().summariesBelow(""))
                : commands.get().create(name)
                        .orElseThrow(() -> new UsageException("unknown command \"" + name + "\"")).help());
        return ExitCode.OK;
    }
}
