package dev.jcompose.command;

import dev.jcompose.ExitCode;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.plan.ContainerPlans;
import dev.jcompose.plan.Plan;
import java.util.List;

/** {@code kill}. */
public final class KillCommand extends PlanCommand {
    private final Flag removeOrphans = syntax.flag("--remove-orphans",
            "Kill containers of services that are in no Compose file, too, where no service is named");
    private final Text signal = syntax.text("-s, --signal", "SIGNAL",
            "Signal to send", "SIGKILL")
            .among("SIGHUP", "SIGINT", "SIGKILL", "SIGQUIT", "SIGTERM", "SIGUSR1", "SIGUSR2");

    public KillCommand() {
        super("kill", "Force stop service containers");
        syntax.example("jcompose kill -s SIGHUP web");
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        boolean orphans = services.values().isEmpty()
                && (removeOrphans.on() || session.isSet("COMPOSE_REMOVE_ORPHANS"));
        return ContainerPlans.kill(project, seen, services.values(), signal.required(), orphans);
    }

    @Override
    public int run(Session session) throws InterruptedException {
        Session.Seen seen = session.seen(services.values());
        Plan plan = plan(session, seen.project(), seen.observation());
        if (plan.steps().isEmpty()) {
            session.err().println("no container to kill");
        }
        if (session.isDryRun()) {
            return report(session, seen, List.of(plan));
        }
        Exclusion.during(session, seen.project().name(), () -> carryOut(session, plan));
        return ExitCode.OK;
    }
}
