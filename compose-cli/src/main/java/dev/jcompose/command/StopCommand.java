package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Whole;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.StopPlan;

/** {@code stop}. */
public final class StopCommand extends PlanCommand {
    private final Whole timeout = syntax.whole("-t, --timeout", "SECONDS", "How long to wait before killing", 0);

    public StopCommand() {
        super("stop", "Stop services");
        syntax.example("jcompose stop --timeout 3 web");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return StopPlan.of(project, seen, services.values(), seconds(timeout));
    }
}
