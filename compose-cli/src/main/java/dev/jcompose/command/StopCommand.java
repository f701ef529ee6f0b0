package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Text;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.StopPlan;

/** {@code stop}. */
public final class StopCommand extends PlanCommand {
    private final Text timeout = syntax.text("-t, --timeout", "SECONDS", "How long to wait before killing");

    public StopCommand() {
        super("stop", "Stop services");
        syntax.example("jcompose stop --timeout 3 web");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return StopPlan.of(project, seen, services.values(), seconds(timeout));
    }
}
