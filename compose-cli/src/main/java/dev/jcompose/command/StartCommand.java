package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.StartPlan;
import dev.jcompose.progress.Display;
import java.util.List;

/** {@code start}. */
public final class StartCommand extends PlanCommand {
    private final Flag await = syntax.flag("--wait", "Wait until services are running or healthy");
    private final Text waitTimeout = syntax.text("--wait-timeout", "SECONDS", "How long to wait at most");
    private final Texts services = syntax.arguments("SERVICE");

    public StartCommand() {
        super("start", "Start services");
    }

    @Override
    List<String> named() {
        return services.values();
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return StartPlan.of(project, seen, services.values(), await.on());
    }

    @Override
    public int run(Session session) throws InterruptedException {
        if (session.isDryRun() || !waitTimeout.given()) {
            return super.run(session);
        }
        Session.Seen seen = session.seen(named());
        try (Display display = session.display()) {
            session.executor(display, seconds(waitTimeout)).run(plan(session, seen.project(), seen.observation()));
        }
        return ExitCode.OK;
    }
}
