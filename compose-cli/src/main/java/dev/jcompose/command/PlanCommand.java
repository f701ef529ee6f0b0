package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Text;
import dev.jcompose.option.Whole;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.Plan;
import dev.jcompose.progress.Display;
import dev.jcompose.progress.QuietProgress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that is done when a plan is carried out: all it says for itself is the plan. */
abstract class PlanCommand extends Command {
    /** The services that the command line names; their profiles count as active. */
    final Texts services = syntax.arguments("SERVICE");
    private final Text format = PlanReport.format(syntax);

    PlanCommand(String name, String summary) {
        super(name, summary);
    }

    /** What is to be done. */
    abstract Plan plan(Session session, Project project, Observation seen);

    /** Whether nothing is shown but what fails. */
    boolean isQuiet() {
        return false;
    }

    /** Whether other commands on the project must wait meanwhile. */
    boolean isExclusive() {
        return true;
    }

    /** How long to wait for what the plan waits for; null for as long as it takes. */
    @Nullable
    Duration patience() {
        return null;
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Session.Target target = session.target(services.values());
        if (session.isDryRun()) {
            Session.Seen seen = session.seen(target);
            return report(session, seen, List.of(plan(session, seen.project(), seen.observation())));
        }
        Runnable work = () -> {
            Session.Seen seen = session.seen(target);
            carryOut(session, plan(session, seen.project(), seen.observation()));
        };
        if (isExclusive()) {
            Exclusion.during(session, target.name(), work);
        } else {
            work.run();
        }
        return ExitCode.OK;
    }

    /** Prints plans in place of carrying them out; gives the exit code. */
    final int report(Session session, Session.Seen seen, List<Plan> plans) {
        return PlanReport.printDryRun(session, seen.project().name(), plans, format);
    }

    /** Carries a plan out. */
    final void carryOut(Session session, Plan plan) {
        carryOut(session, plan, isQuiet(), patience());
    }

    /** Carries a plan out, quietly where that is wanted, and with so much patience. */
    static void carryOut(Session session, Plan plan, boolean quiet, @Nullable Duration patience) {
        try (Display display = quiet ? new QuietProgress() : session.display()) {
            session.executor(display, patience).run(plan);
        }
    }

    /** An option in seconds; null where it is not given. */
    static @Nullable Duration seconds(Whole option) {
        return option.given() ? Duration.ofSeconds(option.value()) : null;
    }
}
