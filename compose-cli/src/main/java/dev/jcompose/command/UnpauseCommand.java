package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Texts;
import dev.jcompose.plan.ContainerPlans;
import dev.jcompose.plan.Plan;
import java.util.List;

/** {@code unpause}. */
public final class UnpauseCommand extends PlanCommand {
    private final Texts services = syntax.arguments("SERVICE");

    public UnpauseCommand() {
        super("unpause", "Let suspended services go on");
    }

    @Override
    List<String> named() {
        return services.values();
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return ContainerPlans.unpause(project, seen, services.values());
    }
}
