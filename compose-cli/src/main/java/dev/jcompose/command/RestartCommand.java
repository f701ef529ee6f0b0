package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Whole;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.RestartPlan;

/** {@code restart}. */
public final class RestartCommand extends PlanCommand {
    private final Flag noDeps = syntax.flag("--no-deps", "Leave services alone that depend on the restarted ones");
    private final Whole timeout = syntax.whole("-t, --timeout", "SECONDS", "How long to wait before killing", 0);

    public RestartCommand() {
        super("restart", "Restart service containers");
        syntax.example("jcompose restart --timeout 3 web");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return RestartPlan.of(project, seen, services.values(), !noDeps.on(), seconds(timeout));
    }
}
