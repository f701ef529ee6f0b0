package dev.jcompose.plan;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verb {@code stop}: running containers in reverse order, those that depend on others first. */
public final class StopPlan {
    private StopPlan() {
    }

    /**
     * Plans.
     *
     * @param services
     *            those named; empty for all
     * @param timeout
     *            to wait before a container is killed; null for its own grace period
     * @throws UnknownServiceException
     *             if a name is not a service of the project
     */
    public static Plan of(Project project, Observation seen, List<String> services, @Nullable Duration timeout) {
        ServiceSelection selection = ServiceSelection.of(project, services, ServiceSelection.Direction.ALONE);
        PlanBuilder plan = new PlanBuilder();
        Map<String, List<Step>> stopped = new HashMap<>();
        for (String name : selection.taking().reversed()) {
            Service service = project.services().get(name);
            List<Step> dependents = new ArrayList<>();
            selection.graph().dependentsOf(name)
                    .forEach(dependent -> dependents.addAll(stopped.getOrDefault(dependent, List.of())));
            List<Step> own = new ArrayList<>();
            for (ObservedContainer container : seen.containersOf(name)) {
                if (container.isRunning() && service != null) {
                    own.add(plan.add(new Action.StopContainer(new ContainerRef(container.name(), container.id()),
                            timeout, service.lifecycle().preStop()), "stop", dependents));
                }
            }
            if (service != null && service.provider() != null) {
                own.add(plan.add(new Action.RunProvider(project, service, "stop"),
                        "provider " + service.provider().type(), dependents));
            }
            own.addAll(own.isEmpty() ? dependents : List.of());
            stopped.put(name, own);
        }
        return plan.build();
    }
}
