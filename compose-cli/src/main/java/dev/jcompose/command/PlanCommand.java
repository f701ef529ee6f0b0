package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Text;
import dev.jcompose.plan.Plan;
import dev.jcompose.progress.Display;
import dev.jcompose.progress.QuietProgress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that is done when a plan is carried out: all it says for itself is the plan. */
abstract class PlanCommand extends Command {
    PlanCommand(String name, String summary) {
        super(name, summary);
    }

    /** What is to be done. */
    abstract Plan plan(Session session, Project project, Observation seen);

    /** The services that the command line names; their profiles count as active. */
    List<String> named() {
        return List.of();
    }

    /** Whether nothing is shown but what fails. */
    boolean isQuiet() {
        return false;
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Session.Seen seen = session.seen(named());
        carryOut(session, plan(session, seen.project(), seen.observation()), isQuiet());
        return ExitCode.OK;
    }

    /** Carries a plan out, or prints it where only that is wanted. */
    static void carryOut(Session session, Plan plan) {
        carryOut(session, plan, false);
    }

    /** Carries a plan out, or prints it where only that is wanted; quietly where that is wanted. */
    static void carryOut(Session session, Plan plan, boolean quiet) {
        if (session.isDryRun()) {
            session.out().print(plan);
            return;
        }
        try (Display display = quiet ? new QuietProgress() : session.display()) {
            session.executor(display, null).run(plan);
        }
    }

    /** An option in seconds; null where it is not given. */
    static @Nullable Duration seconds(Text option) {
        return option.given() ? Duration.ofSeconds(option.whole(0)) : null;
    }
}
