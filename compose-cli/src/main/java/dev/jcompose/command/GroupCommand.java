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
    private final Supplier<Commands> commands;
    private final Texts words = syntax.command();

    /**
     * @param commands
     *            among which those are
     */
    public GroupCommand(String name, String summary, Supplier<Commands> commands) {
        super(name, summary);
        this.commands = commands;
    }

    @Override
    public int run(Session session) throws InterruptedException {
        List<String> given = words.values();
        if (!given.isEmpty()) {
            String word = given.getFirst();
            throw new UsageException("unknown command \"" + syntax.name() + " " + word + "\""
                    + Nearest.to(word, below().keySet())
                            .map(near -> "; did you mean '" + syntax.name() + " " + near + "'?").orElse(""));
        }
        session.out().print(help());
        return ExitCode.OK;
    }

    @Override
    public String help() {
        return HelpText.of(syntax, below());
    }

    private Map<String, String> below() {
        return commands.get().summariesBelow(syntax.name());
    }
}
