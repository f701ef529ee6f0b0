package dev.jcompose.project;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Ordered;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Step;
import dev.jcompose.project.ContainerResult.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code up} has done.
 *
 * @param plan
 *            the plan for networks, volumes and containers, which was carried out
 * @param containers
 *            by service, sorted; those of each service by number. One-off containers and orphans are not here.
 */
public record UpResult(Plan plan, Map<String, List<ContainerResult>> containers) {
    public UpResult {
        Map<String, List<ContainerResult>> copy = new LinkedHashMap<>();
        containers.forEach((service, results) -> copy.put(service, List.copyOf(results)));
        containers = Ordered.copyOf(copy);
    }

    /** One service's containers, by number; empty where it has none. */
    public List<ContainerResult> of(String service) {
        return containers.getOrDefault(service, List.of());
    }

    /** Reads from a plan that was carried out what it did to the containers that are there now. */
    static UpResult of(Plan plan, Observation after, Iterable<String> services) {
        Map<String, ContainerResult> touched = touched(plan);
        Map<String, List<ContainerResult>> containers = new LinkedHashMap<>();
        for (String service : services) {
            List<ContainerResult> results = new ArrayList<>();
            for (ObservedContainer container : after.containersOf(service)) {
                results.add(touched.getOrDefault(container.name(),
                        new ContainerResult(container.name(), Outcome.REUSED, "as it should be")));
            }
            if (!results.isEmpty()) {
                containers.put(service, results);
            }
        }
        return new UpResult(plan, containers);
    }

    /** A successor is made under another name, and gets its own when its predecessor is gone. */
    private static Map<String, ContainerResult> touched(Plan plan) {
        Map<String, String> finalNames = new HashMap<>();
        for (Step step : plan.steps()) {
            if (step.action() instanceof Action.RenameContainer rename) {
                finalNames.put(rename.container().name(), rename.to());
            }
        }
        Map<String, ContainerResult> touched = new HashMap<>();
        for (Step step : plan.steps()) {
            if (step.action() instanceof Action.CreateContainer create) {
                String name = create.container().name();
                boolean replaces = finalNames.containsKey(name) || create.spec().labels().containsKey(Labels.REPLACE);
                String kept = finalNames.getOrDefault(name, name);
                touched.put(kept, new ContainerResult(kept, replaces ? Outcome.RECREATED : Outcome.CREATED,
                        step.cause()));
            } else if (step.action() instanceof Action.StartContainer start) {
                touched.putIfAbsent(start.container().name(),
                        new ContainerResult(start.container().name(), Outcome.STARTED, step.cause()));
            }
        }
        return touched;
    }
}
