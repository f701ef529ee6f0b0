package dev.jcompose.command;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Flag;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.PushPlan;

/** {@code push}. */
public final class PushCommand extends PlanCommand {
    private final Flag ignoreFailures = syntax.flag("--ignore-push-failures",
            "Send what can be sent, whatever fails");
    private final Flag includeDependencies = syntax.flag("--include-deps",
            "Also send the images of services that the named ones depend on");
    private final Flag quiet = syntax.flag("-q, --quiet", "Show no progress");

    public PushCommand() {
        super("push", "Send the images of services to their registries");
        syntax.example("jcompose push --include-deps web");
    }

    @Override
    boolean isQuiet() {
        return quiet.on();
    }

    @Override
    boolean isExclusive() {
        return false;
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return PushPlan.of(project, services.values(), includeDependencies.on(), ignoreFailures.on());
    }
}
