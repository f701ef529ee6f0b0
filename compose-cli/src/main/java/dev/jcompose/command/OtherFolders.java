package dev.jcompose.command;

import dev.jcompose.option.Flag;
import dev.jcompose.option.Syntax;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.Strangers;
import java.util.Set;

/** What to do about containers of the project that another folder made: perhaps it is another project. */
final class OtherFolders {
    private final Flag noAdopt;

    OtherFolders(Syntax syntax) {
        this.noAdopt = syntax.flag("--no-adopt", "Refuse if the project has containers that another folder made");
    }

    /** Asks at a terminal, and elsewhere warns; a no, and the flag, end the command. */
    void found(Session session, String project, Set<String> folders) {
        if (folders.isEmpty()) {
            return;
        }
        String text = Strangers.told(project, folders);
        if (noAdopt.on()) {
            throw new UsageException(text + "; --no-adopt leaves them alone: choose another name with -p");
        }
        session.err().println("warning: " + text);
        session.err().flush();
        if (Conversing.isPerson(session.terminal())
                && !Confirmation.ask(session, "Go on and treat them as this folder's?")) {
            throw new UsageException("nothing was changed; choose another name with -p");
        }
    }
}
