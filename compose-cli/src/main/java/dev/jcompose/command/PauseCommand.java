package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.ContainerPlans;
import dev.jcompose.plan.Plan;
import java.util.List;

/** {@code pause}. */
public final class PauseCommand extends PlanCommand {
    private final Texts services = syntax.arguments("SERVICE");

    public PauseCommand() {
        super("pause", "Suspend services");
    }

    @Override
    List<String> named() {
        return services.values();
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return ContainerPlans.pause(project, seen, services.values());
    }
}
