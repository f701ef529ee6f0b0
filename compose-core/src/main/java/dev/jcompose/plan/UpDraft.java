package dev.jcompose.plan;

import dev.jcompose.model.Lifecycle.Hook;
import dev.jcompose.model.Network;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.source.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts of {@link UpPlan} hand on to one another while the plan grows. */
final class UpDraft {
    final Project project;
    final Observation seen;
    final UpOptions options;
    final ResourceNames names;
    final ServiceSelection selection;
    final PlanBuilder plan = new PlanBuilder();

    /** What must come before a container on the network, or with the volume, is made; by key. */
    private final Map<String, List<Step>> networkReady = new HashMap<>();
    private final Map<String, List<Step>> volumeReady = new HashMap<>();
    private final Map<String, List<PlannedContainer>> planned = new HashMap<>();
    private final Map<String, Detached> detached = new HashMap<>();
    private final Map<String, Step> renamed = new HashMap<>();
    private final Map<String, Step> removed = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final List<Runnable> atEnd = new ArrayList<>();
    private final Map<String, List<ObservedContainer>> present;
    /** What keeps the project from being run. */
    final Problems problems = new Problems();

    UpDraft(Project project, Observation seen, UpOptions options, ResourceNames names, ServiceSelection selection) {
        this.project = project;
        this.seen = seen;
        this.present = seen.containersByService();
        this.options = options;
        this.names = names;
        this.selection = selection;
    }

    /** Stops and removes a container; when all else has gone well, where that is asked for. */
    void remove(ObservedContainer container, String cause, List<Hook> preStop) {
        if (options.rollback()) {
            atEnd.add(() -> Removal.add(plan, container, cause, options.timeout(), preStop, false, plan.all()));
        } else {
            removeNow(container, cause, preStop);
        }
    }

    /** Stops and removes a container whatever is asked for, once; gives the last of the steps. */
    Step removeNow(ObservedContainer container, String cause, List<Hook> preStop) {
        return removed.computeIfAbsent(container.id(),
                id -> Removal.add(plan, container, cause, options.timeout(), preStop, false));
    }

    /** The step that removes a container, if there is one already. */
    @Nullable
    Step removed(String containerId) {
        return removed.get(containerId);
    }

    /** What is to be added when all other steps are there. */
    void removeAtEnd(Runnable removal) {
        atEnd.add(removal);
    }

    /** Adds the removals that were put off. */
    void end() {
        atEnd.forEach(Runnable::run);
    }

    Service service(String name) {
        Service service = project.services().get(name);
        if (service == null) {
            throw new UnknownServiceException(name, project.services().keySet());
        }
        return service;
    }

    void networkReady(String key, Step step) {
        networkReady.computeIfAbsent(key, k -> new ArrayList<>()).add(step);
    }

    List<Step> networkReady(String key) {
        return networkReady.getOrDefault(key, List.of());
    }

    void volumeReady(String key, Step step) {
        volumeReady.computeIfAbsent(key, k -> new ArrayList<>()).add(step);
    }

    List<Step> volumeReady(String key) {
        return volumeReady.getOrDefault(key, List.of());
    }

    void planned(String service, List<PlannedContainer> containers) {
        planned.put(service, List.copyOf(containers));
    }

    /** The containers a service will have; those it has, where it takes no part. */
    List<PlannedContainer> planned(String service) {
        List<PlannedContainer> containers = planned.get(service);
        return containers != null
                ? containers
                : present.getOrDefault(service, List.of()).stream()
                        .map(container -> new PlannedContainer(new ContainerRef(container.name(), container.id()),
                                container.number(), container.isAtWork(), "", List.of()))
                        .toList();
    }

    /** Whether a service's container is made anew, so that whoever shares its namespaces must be, too. */
    boolean isReplaced(String service) {
        List<PlannedContainer> containers = planned.get(service);
        return containers != null && containers.stream().anyMatch(container -> container.ref().id() == null);
    }

    /** A running container was stopped on the way, for a reason; it is to be started again. */
    void stopped(String containerId, Step step, String cause) {
        detached.computeIfAbsent(containerId, id -> new Detached(cause)).steps.add(step);
    }

    @Nullable
    Detached stopped(String containerId) {
        return detached.get(containerId);
    }

    /** A container is removed by a step of this plan. */
    void gone(String containerId) {
        gone.add(containerId);
    }

    /** A service's containers that this plan has not removed yet, by number. */
    List<ObservedContainer> existing(String service) {
        List<ObservedContainer> all = present.getOrDefault(service, List.of());
        return gone.isEmpty() ? all : all.stream().filter(container -> !gone.contains(container.id())).toList();
    }

    /** A container gets its proper name by a step of this plan. */
    void renamed(String containerId, Step step) {
        renamed.put(containerId, step);
    }

    /** The step that gives a container its proper name, if any. */
    List<Step> renamed(String containerId) {
        Step step = renamed.get(containerId);
        return step == null ? List.of() : List.of(step);
    }

    /** What a service's containers are made from. */
    String imageOf(Service service) {
        return ImagePlan.imageOf(service, names);
    }

    /** A network's name in the engine. */
    String networkName(String key) {
        return project.network(key).map(Network::name).orElse(key);
    }

    /** Why a container that ran does not run any more, and the steps that must come before its start. */
    static final class Detached {
        final String cause;
        final List<Step> steps = new ArrayList<>();

        Detached(String cause) {
            this.cause = cause;
        }
    }
}
