package dev.jcompose.command;

import dev.jcompose.execute.Glimpse;
import dev.jcompose.execute.Journal;
import dev.jcompose.execute.ProjectTurn;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The {@link ProjectTurn} of commands: what is to be told is told on the error output. */
final class Exclusion {
    private Exclusion() {
    }

    /** Does some work on a project when it is nobody else's turn. */
    static <T> T during(Session session, String project, Supplier<T> work) {
        return during(session, project, null, untouched -> work.get());
    }

    /** The same, told whether nobody can have changed the project since the glimpse. */
    static <T> T during(Session session, String project, @Nullable Glimpse glimpse, Function<Boolean, T> work) {
        try {
            return turn(session).during(session.command(), project, glimpse, (journal, untouched) -> {
                session.noteIn(journal);
                return work.apply(untouched);
            });
        } finally {
            session.noteIn(Journal.NONE);
        }
    }

    /** The turns on projects of the session's engine. */
    static ProjectTurn turn(Session session) {
        return new ProjectTurn(session.engine(), session.environment(), text -> {
            session.err().println(text);
            session.err().flush();
        });
    }

    /** As {@link #during(Session, String, Supplier)}, for work that gives nothing. */
    static void during(Session session, String project, Runnable work) {
        during(session, project, () -> {
            work.run();
            return project;
        });
    }
}
