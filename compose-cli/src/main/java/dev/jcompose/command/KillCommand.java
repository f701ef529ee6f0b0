package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.ContainerPlans;
import dev.jcompose.plan.ContainerRef;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** {@code kill}. */
public final class KillCommand extends PlanCommand {
    private final Flag removeOrphans = syntax.flag("--remove-orphans",
            "Remove containers of services that are in no Compose file");
    private final Text signal = syntax.text("-s, --signal", "SIGNAL", "Signal to send (default SIGKILL)");

    public KillCommand() {
        super("kill", "Force stop service containers");
        syntax.example("jcompose kill -s SIGHUP web");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return ContainerPlans.kill(project, seen, services.values(), signal.or("SIGKILL"));
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Session.Seen seen = session.seen(services.values());
        Plan plan = plan(session, seen.project(), seen.observation());
        if (plan.steps().isEmpty()) {
            session.err().println("no container to kill");
        }
        boolean alsoOrphans = removeOrphans.on() || session.isSet("COMPOSE_REMOVE_ORPHANS");
        List<Plan> plans = alsoOrphans ? List.of(plan, orphans(seen)) : List.of(plan);
        if (session.isDryRun()) {
            return report(session, seen, plans);
        }
        Exclusion.during(session, seen.project().name(), () -> plans.forEach(each -> carryOut(session, each)));
        return ExitCode.OK;
    }

    private static Plan orphans(Session.Seen seen) {
        List<Step> steps = new ArrayList<>();
        for (ObservedContainer container : seen.observation().orphans(seen.project())) {
            ContainerRef ref = new ContainerRef(container.name(), container.id());
            steps.add(new Step(steps.size() + 1, new Action.RemoveContainer(ref, false), List.of(), "orphan"));
        }
        return new Plan(steps, List.of(), List.of());
    }
}
