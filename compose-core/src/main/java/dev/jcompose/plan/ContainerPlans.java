package dev.jcompose.plan;

import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The verbs that do one thing to each container of some services, all at once: {@code kill}, {@code pause},
 * {@code unpause} and {@code rm}. Services named that do not exist end in an {@link UnknownServiceException}.
 */
public final class ContainerPlans {
    private ContainerPlans() {
    }

    /** Sends a signal, such as {@code SIGKILL}, to what runs, one-off containers too. */
    public static Plan kill(Project project, Observation seen, List<String> services, String signal) {
        return kill(project, seen, services, signal, false);
    }

    /** The same; {@code orphans} counts in containers whose service the project does not know. */
    public static Plan kill(Project project, Observation seen, List<String> services, String signal,
            boolean orphans) {
        PlanBuilder plan = each(project, seen, services, ObservedContainer::isRunning, "kill",
                ref -> new Action.KillContainer(ref, signal));
        for (ObservedContainer orphan : orphans ? seen.orphans(project) : List.<ObservedContainer>of()) {
            if (orphan.isRunning()) {
                plan.add(new Action.KillContainer(new ContainerRef(orphan.name(), orphan.id()), signal),
                        "no service " + orphan.service() + " in the project");
            }
        }
        return plan.build();
    }

    /** Suspends what runs. */
    public static Plan pause(Project project, Observation seen, List<String> services) {
        return each(project, seen, services,
                container -> container.status() == ContainerStatus.RUNNING && !container.oneOff(),
                "pause", Action.PauseContainer::new).build();
    }

    /** Lets go on what is suspended. */
    public static Plan unpause(Project project, Observation seen, List<String> services) {
        return each(project, seen, services,
                container -> container.status() == ContainerStatus.PAUSED && !container.oneOff(),
                "unpause", Action.UnpauseContainer::new).build();
    }

    /** Removes what does not run. */
    public static Plan remove(Project project, Observation seen, List<String> services, boolean volumes) {
        return each(project, seen, services, container -> !container.isRunning() && !container.oneOff(), "rm",
                ref -> new Action.RemoveContainer(ref, volumes)).build();
    }

    private static PlanBuilder each(Project project, Observation seen, List<String> services,
            Predicate<ObservedContainer> which, String cause, Function<ContainerRef, Action> action) {
        ServiceSelection selection = ServiceSelection.of(project, services, ServiceSelection.Direction.ALONE);
        PlanBuilder plan = new PlanBuilder();
        for (String name : selection.taking()) {
            for (ObservedContainer container : seen.containers()) {
                if (container.service().equals(name) && which.test(container)) {
                    plan.add(action.apply(new ContainerRef(container.name(), container.id())), cause);
                }
            }
        }
        return plan;
    }
}
