package dev.jcompose.command;

import dev.jcompose.execute.Journal;
import dev.jcompose.execute.ProjectTurn;
import java.util.function.Supplier;

/** The {@link ProjectTurn} of commands: what is to be told is told on the error output. */
final class Exclusion {
    private Exclusion() {
    }

    /** Does some work on a project when it is nobody else's turn. */
    static <T> T during(Session session, String project, Supplier<T> work) {
        ProjectTurn turn = new ProjectTurn(session.engine(), session.environment(), text -> {
            session.err().println(text);
            session.err().flush();
        });
        try {
            return turn.during(session.command(), project, journal -> {
                session.noteIn(journal);
                return work.get();
            });
        } finally {
            session.noteIn(Journal.NONE);
        }
    }

    /** As {@link #during(Session, String, Supplier)}, for work that gives nothing. */
    static void during(Session session, String project, Runnable work) {
        during(session, project, () -> {
            work.run();
            return project;
        });
    }
}
