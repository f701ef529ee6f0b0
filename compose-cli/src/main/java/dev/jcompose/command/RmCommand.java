package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.option.Flag;
import dev.jcompose.plan.ContainerPlans;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.StopPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code rm}. */
public final class RmCommand extends PlanCommand {
    private final Flag force = syntax.flag("-f, --force", "Ask nothing");
    private final Flag stop = syntax.flag("-s, --stop", "Stop the containers first");
    private final Flag volumes = syntax.flag("-v, --volumes", "Remove anonymous volumes of the containers, too");

    public RmCommand() {
        super("rm", "Remove stopped service containers");
        syntax.example("jcompose rm --force --stop web");
        syntax.hiddenFlag("-a, --all", "Does nothing any more");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        return ContainerPlans.remove(project, seen, services.values(), volumes.on());
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Session.Seen first = session.seen(session.target(services.values()));
        Plan stopping = StopPlan.of(first.project(), first.observation(), services.values(), null);
        if (session.isDryRun()) {
            Plan removal = plan(session, first.project(), first.observation());
            return report(session, first, stop.on() ? List.of(stopping, removal) : List.of(removal));
        }
        Observation seen = first.observation();
        if (stop.on()) {
            Exclusion.during(session, first.project().name(), () -> carryOut(session, stopping));
            seen = Observer.observe(session.engine(), first.project());
        }
        Plan plan = plan(session, first.project(), seen);
        if (plan.steps().isEmpty()) {
            session.err().println("No stopped containers");
            return ExitCode.OK;
        }
        session.out().println("Going to remove " + youngestFirst(plan, seen));
        if (force.on() || Confirmation.ask(session, "Are you sure?")) {
            Exclusion.during(session, first.project().name(), () -> carryOut(session, plan));
        }
        return ExitCode.OK;
    }

    private static String youngestFirst(Plan plan, Observation seen) {
        Set<String> names = plan.steps().stream().map(step -> step.action().name()).collect(Collectors.toSet());
        return seen.containers().stream().sorted(Comparator.comparingInt(ObservedContainer::age))
                .map(ObservedContainer::name).filter(names::contains).collect(Collectors.joining(", "));
    }
}
