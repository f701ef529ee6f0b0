package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.option.HelpText;
import dev.jcompose.option.Texts;
import dev.jcompose.option.UsageException;
import dev.jcompose.words.Nearest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A name that only begins those of other commands: {@code alpha}, {@code bridge}. By itself it shows their help. */
public final class GroupCommand extends Command {
    private final Supplier<Map<String, String>> commands;
    private final Texts words = syntax.command();

    /**
     * @param commands
     *            the last words of those commands, and what they do
     */
    public GroupCommand(String name, String summary, Supplier<Map<String, String>> commands) {
        super(name, summary);
        this.commands = commands;
    }

    @Override
    public int run(Session session) throws InterruptedException {
        List<String> given = words.values();
        if (!given.isEmpty()) {
            String word = given.getFirst();
            throw new UsageException("unknown command \"" + syntax.name() + " " + word + "\""
                    + Nearest.to(word, commands.get().keySet())
                            .map(near -> "; did you mean '" + syntax.name() + " " + near + "'?").orElse(""));
        }
        session.out().print(HelpText.of(syntax, commands.get()));
        return ExitCode.OK;
    }
}
