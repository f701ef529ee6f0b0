package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.plan.ContainerPlans;
import dev.jcompose.plan.Plan;

/** {@code pause}. */
public final class PauseCommand extends PlanCommand {
    public PauseCommand() {
        super("pause", "Suspend services");
        syntax.example("jcompose pause web");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return ContainerPlans.pause(project, seen, services.values());
    }
}
