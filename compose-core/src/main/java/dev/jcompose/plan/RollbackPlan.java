package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Back to what was before an {@code up} that failed: what it made goes, what it put aside comes back under its own name,
 * what it stopped runs again, and a network that it replaced is made again as it was.
 */
public final class RollbackPlan {
    private static final String CAUSE = "rollback";

    private RollbackPlan() {
    }

    /**
     * Plans.
     *
     * @param before
     *            what was there before
     * @param now
     *            what is there after the failure
     */
    public static Plan of(Project project, Observation before, Observation now) {
        PlanBuilder plan = new PlanBuilder();
        Map<String, ObservedContainer> old = before.containers().stream()
                .collect(Collectors.toMap(ObservedContainer::id, container -> container));
        List<Step> removed = new ArrayList<>();
        for (ObservedContainer container : now.containers()) {
            if (!old.containsKey(container.id())) {
                removed.add(Removal.add(plan, container, CAUSE, null, List.of(), false));
            }
        }
        Map<String, List<Step>> connected = NetworkRestoration.add(plan, project.name(), before, now, removed, CAUSE);
        Map<String, List<Step>> started = new HashMap<>();
        ServiceSelection all = ServiceSelection.of(project, List.of(), ServiceSelection.Direction.ALONE);
        for (String service : all.taking()) {
            List<Step> after = new ArrayList<>(removed);
            project.service(service).ifPresent(found -> found.dependsOn().keySet()
                    .forEach(name -> after.addAll(started.getOrDefault(name, List.of()))));
            started.put(service, now.containers().stream()
                    .filter(container -> container.service().equals(service))
                    .flatMap(container -> Stream.ofNullable(old.get(container.id()))
                            .flatMap(was -> restore(plan, was, container, after,
                                    connected.getOrDefault(was.id(), List.of())).stream()))
                    .toList());
        }
        networksAndVolumes(plan, project, before, now, removed);
        return plan.build();
    }

    private static List<Step> restore(PlanBuilder plan, ObservedContainer old, ObservedContainer now,
            List<Step> after, List<Step> connected) {
        ContainerRef ref = new ContainerRef(old.name(), old.id());
        List<Step> ready = new ArrayList<>(after);
        List<Step> steps = new ArrayList<>();
        if (!now.name().equals(old.name())) {
            steps.add(plan.add(new Action.RenameContainer(new ContainerRef(now.name(), old.id()), old.name()), CAUSE,
                    after));
            ready.addAll(steps);
        }
        ready.addAll(connected);
        if (old.isRunning() && !now.isRunning()) {
            steps.add(plan.add(new Action.StartContainer(ref, List.of()), "it ran before", ready));
        }
        return steps;
    }

    private static void networksAndVolumes(PlanBuilder plan, Project project, Observation before, Observation now,
            List<Step> removed) {
        Set<String> networks = before.networks().stream().map(NetworkDetails::name).collect(Collectors.toSet());
        for (NetworkDetails network : now.networks()) {
            if (network.label(Labels.PROJECT).equals(project.name()) && !networks.contains(network.name())) {
                plan.add(new Action.RemoveNetwork(network.name(), network.id()), CAUSE, removed);
            }
        }
        Set<String> volumes = before.volumes().stream().map(VolumeDetails::name).collect(Collectors.toSet());
        for (VolumeDetails volume : now.volumes()) {
            if (volume.label(Labels.PROJECT).equals(project.name()) && !volumes.contains(volume.name())) {
                plan.add(new Action.RemoveVolume(volume.name()), CAUSE, removed);
            }
        }
    }
}
