package dev.jcompose.plan;

import dev.jcompose.model.Dependency;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The verb {@code restart}: dependencies first, and with them whoever asked to be restarted with them. */
public final class RestartPlan {
    private RestartPlan() {
    }

    /**
     * Plans.
     *
     * @param services
     *            those named; empty for all
     * @param withDependents
     *            whether services whose {@code depends_on} says {@code restart: true} restart along
     * @param timeout
     *            to wait before a container is killed; null for its own grace period
     */
    public static Plan of(Project project, Observation seen, List<String> services, boolean withDependents,
            @Nullable Duration timeout) {
        ServiceSelection selection = ServiceSelection.of(project, services, ServiceSelection.Direction.ALONE);
        Set<String> wanted = new LinkedHashSet<>(selection.taking());
        PlanBuilder plan = new PlanBuilder();
        Map<String, List<Step>> restarted = new HashMap<>();
        for (String name : selection.graph().order()) {
            Service service = project.services().get(name);
            if (service == null) {
                continue;
            }
            String cause = "restart";
            List<Step> before = new ArrayList<>();
            for (Map.Entry<String, Dependency> entry : service.dependsOn().entrySet()) {
                List<Step> steps = restarted.getOrDefault(entry.getKey(), List.of());
                if (!entry.getValue().restart() || steps.isEmpty()) {
                    continue;
                }
                before.addAll(steps);
                if (withDependents && wanted.add(name)) {
                    cause = "restarts with " + entry.getKey();
                }
            }
            if (!wanted.contains(name)) {
                continue;
            }
            List<Step> own = new ArrayList<>();
            for (ObservedContainer container : seen.containersOf(name)) {
                ContainerRef ref = new ContainerRef(container.name(), container.id());
                Step step = plan.add(new Action.RestartContainer(ref, timeout, service.lifecycle().preStop()), cause,
                        before);
                own.add(service.lifecycle().postStart().isEmpty()
                        ? step
                        : plan.add(new Action.RunHooks(ref, name, service.lifecycle().postStart()),
                                "started by #" + step.id(), step));
            }
            restarted.put(name, own);
        }
        return plan.build();
    }
}
