package dev.jcompose.command;

import dev.jcompose.execute.PlanFailedException;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.option.Flag;
import dev.jcompose.option.Text;
import dev.jcompose.option.UsageException;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.PullOptions;
import dev.jcompose.plan.PullPlan;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code pull}. */
public final class PullCommand extends PlanCommand {
    private final Flag ignoreBuildable = syntax.flag("--ignore-buildable", "Pass over images that can be built");
    private final Flag ignoreFailures = syntax.flag("--ignore-pull-failures",
            "Fetch what can be fetched, whatever fails");
    private final Flag includeDependencies = syntax.flag("--include-deps",
            "Also fetch the images of services that the named ones depend on");
    private final Text policy = syntax.text("--policy", "string",
            "Which images to fetch: missing or always (default: what the service says, else always)")
            .among("missing", "always");
    private final Set<String> buildable = new TreeSet<>();
    private final Flag quiet = syntax.flag("-q, --quiet", "Show no progress");

    public PullCommand() {
        super("pull", "Fetch the images of services");
        syntax.example("jcompose pull --ignore-buildable");
        syntax.example("jcompose pull --policy missing web");
        syntax.hiddenFlag("--parallel", "Does nothing any more");
        syntax.hiddenFlag("--no-parallel", "Does nothing any more");
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
    public int run(Session session) throws InterruptedException {
        try {
            return super.run(session);
        } catch (PlanFailedException failed) {
            List<String> names = failed.failures().stream()
                    .flatMap(failure -> failure.step().action() instanceof Action.PullImage pull
                            ? pull.services().stream()
                            : Stream.empty())
                    .filter(buildable::contains).toList();
            if (!names.isEmpty()) {
                session.err().println("to be built instead: jcompose build " + String.join(" ", names));
            }
            throw failed;
        }
    }

    @Override
    Plan plan(Session session, Project project, Observation seen) {
        if (policy.given() && !Set.of("missing", "always").contains(policy.required())) {
            throw new UsageException("--policy " + policy.required() + ": use missing or always");
        }
        project.services().values().stream().filter(service -> service.build() != null)
                .forEach(service -> buildable.add(service.name()));
        return PullPlan.of(project, seen, new PullOptions(services.values(), includeDependencies.on(),
                policy.value(), ignoreBuildable.on(), ignoreFailures.on()));
    }
}
