package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.plan.ContainerPlans;
import dev.jcompose.plan.Plan;

/** {@code unpause}. */
public final class UnpauseCommand extends PlanCommand {
    public UnpauseCommand() {
        super("unpause", "Let suspended services go on");
        syntax.example("jcompose unpause web");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return ContainerPlans.unpause(project, seen, services.values());
    }
}
