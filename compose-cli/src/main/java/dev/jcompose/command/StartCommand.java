package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Whole;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.StartPlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code start}. */
public final class StartCommand extends PlanCommand {
    private final Flag await = syntax.flag("--wait", "Wait until services are running or healthy");
    private final Whole waitTimeout = syntax.whole("--wait-timeout", "SECONDS", "How long to wait at most", 0);

    public StartCommand() {
        super("start", "Start services");
        syntax.example("jcompose start web");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return StartPlan.of(project, seen, services.values(), await.on());
    }

    @Override
    @Nullable
    Duration patience() {
        return seconds(waitTimeout);
    }
}
