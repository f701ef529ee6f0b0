package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.option.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code __complete}: what may follow the words of a command line, for shells, in the manner of docker, whose own
 * completion asks its plugins so: a line for each word that may stand for the last one, with what it means after a tab
 * unless the command is {@code __completeNoDesc}, and in the end what to do beside it.
 */
public final class CompleteCommand extends Command {
    private static final String WITHOUT_MEANINGS = "__completeNoDesc";

    private final Supplier<Commands> commands;
    private final Texts words = syntax.arguments("WORD");

    /** By either name, over these commands. */
    public CompleteCommand(String name, Supplier<Commands> commands) {
        super(name, "Tell what may follow");
        this.commands = commands;
        syntax.leaveAllWords();
    }

    @Override
    public int run(Session session) throws InterruptedException {
        List<String> line = new ArrayList<>(words.values());
        if (!line.isEmpty() && line.getFirst().equals("compose")) {
            line.removeFirst();
        }
        if (line.isEmpty()) {
            line.add("");
        }
        Completion completion = Completion.of(line, commands.get(), session);
        for (Completion.Candidate candidate : completion.candidates()) {
            String meaning = candidate.meaning().isEmpty() || syntax.name().equals(WITHOUT_MEANINGS)
                    ? ""
                    : "\t" + candidate.meaning();
            session.out().println(candidate.text() + meaning);
        }
        session.out().println(":" + completion.directive());
        return ExitCode.OK;
    }
}
