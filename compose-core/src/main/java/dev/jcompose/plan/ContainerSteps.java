package dev.jcompose.plan;

import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.model.Dependency;
import dev.jcompose.model.Service;
import dev.jcompose.observe.ObservedContainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One service's containers: which stay, which are replaced, which are made, which are too many. */
final class ContainerSteps {
    private final UpDraft draft;
    private final Service service;
    private final List<PlannedContainer> planned = new ArrayList<>();
    /** Removals of what broken replacements left, by number; their names are free afterwards. */
    private final Map<Integer, Step> cleared = new HashMap<>();

    private ContainerSteps(UpDraft draft, Service service) {
        this.draft = draft;
        this.service = service;
    }

    static void add(UpDraft draft, String name) {
        Service service = draft.service(name);
        if (service.provider() != null) {
            draft.planned(name, List.of());
            return;
        }
        new ContainerSteps(draft, service).add();
    }

    private void add() {
        int wanted = Replicas.of(service, draft.options);
        List<ObservedContainer> existing = mendLeftovers(draft.existing(service.name()));
        Map<String, String> causes = new HashMap<>();
        for (ObservedContainer container : existing) {
            String cause = Divergence.cause(draft, service, container);
            if (cause != null) {
                causes.put(container.id(), cause);
            }
        }
        List<ObservedContainer> kept = removeExcess(existing, wanted, causes.keySet());
        List<Step> dependents = stopDependents(kept, causes);
        for (ObservedContainer container : kept) {
            String cause = causes.get(container.id());
            planned.add(cause == null ? keep(container) : replace(container, cause, dependents));
        }
        int number = existing.stream().mapToInt(ObservedContainer::number).max().orElse(0);
        for (int missing = wanted - kept.size(); missing > 0; missing--) {
            number++;
            planned.add(create(number));
        }
        draft.planned(service.name(), planned);
    }

    /**
     * What a replacement that was broken off has left: the successor under its temporary name, with or without its
     * predecessor. With it, the successor goes; without, it gets the name that was meant for it.
     */
    private List<ObservedContainer> mendLeftovers(List<ObservedContainer> existing) {
        List<ObservedContainer> proper = new ArrayList<>();
        for (ObservedContainer container : existing) {
            String name = nameOf(container.number());
            if (container.name().equals(name) || !ResourceNames.isWhileReplacing(container.name(), name)) {
                proper.add(container);
                continue;
            }
            boolean predecessor = existing.stream().anyMatch(other -> other.name().equals(name))
                    || proper.stream().anyMatch(other -> other.number() == container.number());
            if (predecessor) {
                cleared.put(container.number(), Removal.add(draft.plan, container,
                        "left by a replacement that was broken off", draft.options.timeout(), List.of(), false));
            } else {
                ContainerRef ref = new ContainerRef(container.name(), container.id());
                Step rename = draft.plan.add(new Action.RenameContainer(ref, name),
                        "left by a replacement that was broken off");
                draft.renamed(container.id(), rename);
                proper.add(container.withName(name));
            }
        }
        return proper;
    }

    /** Those to be replaced anyway go first, the oldest before others; then the highest numbers. */
    private List<ObservedContainer> removeExcess(List<ObservedContainer> existing, int wanted, Set<String> diverged) {
        if (existing.size() <= wanted) {
            return byNumber(existing);
        }
        List<ObservedContainer> byWorth = new ArrayList<>(existing);
        byWorth.sort(Comparator.comparing((ObservedContainer container) -> diverged.contains(container.id()))
                .thenComparingInt(container -> diverged.contains(container.id()) ? container.age() : 0)
                .thenComparingInt(ObservedContainer::number));
        List<ObservedContainer> kept = byNumber(byWorth.subList(0, wanted));
        for (ObservedContainer container : byWorth.subList(kept.size(), byWorth.size())) {
            draft.remove(container, "scaled to " + wanted, service.lifecycle().preStop());
        }
        return kept;
    }

    private static List<ObservedContainer> byNumber(List<ObservedContainer> some) {
        List<ObservedContainer> sorted = new ArrayList<>(some);
        sorted.sort(ObservedContainer.BY_NUMBER);
        return sorted;
    }

    /** Services that restart with this one are stopped before it is replaced. */
    private List<Step> stopDependents(List<ObservedContainer> kept, Map<String, String> causes) {
        List<Step> stops = new ArrayList<>();
        if (kept.stream().noneMatch(container -> causes.containsKey(container.id()))) {
            return stops;
        }
        for (String name : draft.selection.graph().dependentsOf(service.name())) {
            Dependency dependency = draft.service(name).dependsOn().get(service.name());
            if (dependency == null || !dependency.restart() || !draft.selection.taking().contains(name)) {
                continue;
            }
            for (ObservedContainer container : draft.existing(name)) {
                if (container.isRunning() && draft.stopped(container.id()) == null) {
                    String cause = "restarts with " + service.name() + ", which is recreated";
                    Step stop = draft.plan.add(
                            new Action.StopContainer(new ContainerRef(container.name(), container.id()),
                                    draft.options.timeout(), draft.service(name).lifecycle().preStop()),
                            cause);
                    draft.stopped(container.id(), stop, cause);
                    stops.add(stop);
                }
            }
        }
        return stops;
    }

    private PlannedContainer keep(ObservedContainer container) {
        ContainerRef ref = new ContainerRef(container.name(), container.id());
        UpDraft.@Nullable Detached stopped = draft.stopped(container.id());
        List<Step> ready = new ArrayList<>(draft.renamed(container.id()));
        if (stopped == null) {
            return new PlannedContainer(ref, container.number(), container.isAtWork(), causeOfStart(container), ready);
        }
        ready.addAll(stopped.steps);
        for (String network : new TreeSet<>(service.networking().networks().keySet())) {
            List<Step> remade = draft.networkReady(network);
            String name = draft.networkName(network);
            if (!remade.isEmpty() && container.summary().networks().containsKey(name)) {
                ready.add(draft.plan.add(
                        new Action.ConnectNetwork(name, ref,
                                new ContainerDraft(draft, service, container.number()).endpoint(network,
                                        container.name())),
                        stopped.cause, remade));
            }
        }
        return new PlannedContainer(ref, container.number(), false, stopped.cause, ready);
    }

    private static String causeOfStart(ObservedContainer container) {
        return container.status() == ContainerStatus.CREATED ? "never started" : container.status().text();
    }

    private PlannedContainer replace(ObservedContainer old, String cause, List<Step> dependentsStopped) {
        String name = nameOf(old.number());
        String temporary = ResourceNames.whileReplacing(old.id(), name);
        ContainerDraft made = new ContainerDraft(draft, service, old.number());
        ContainerRef oldRef = new ContainerRef(old.name(), old.id());
        Set<Step> before = new LinkedHashSet<>(made.prerequisites());
        before.addAll(draft.renamed(old.id()));
        Step leftover = cleared.get(old.number());
        if (leftover != null) {
            before.add(leftover);
        }
        Step create = draft.plan.add(made.replacing(old, name, temporary), cause, before);
        List<Step> beforeRemoval = new ArrayList<>(dependentsStopped);
        beforeRemoval.add(create);
        if (old.isRunning() && draft.stopped(old.id()) == null) {
            beforeRemoval.add(draft.plan.add(new Action.StopContainer(oldRef, draft.options.timeout(), List.of()),
                    "replaced by #" + create.id(), beforeRemoval));
        }
        Step remove = draft.options.rollback()
                ? draft.plan.add(new Action.RenameContainer(oldRef, ResourceNames.aside(old.id(), name)),
                        "kept until all has gone well", beforeRemoval)
                : draft.plan.add(new Action.RemoveContainer(oldRef, false), "replaced by #" + create.id(),
                        beforeRemoval);
        if (draft.options.rollback()) {
            draft.removeAtEnd(() -> draft.plan.add(new Action.RemoveContainer(oldRef, false),
                    "replaced by #" + create.id(), draft.plan.all()));
        }
        Step rename = draft.plan.add(new Action.RenameContainer(ContainerRef.planned(temporary), name),
                "created by #" + create.id(), remove);
        return new PlannedContainer(ContainerRef.planned(name), old.number(), false, "created by #" + create.id(),
                List.of(rename));
    }

    private PlannedContainer create(int number) {
        String name = nameOf(number);
        ContainerDraft made = new ContainerDraft(draft, service, number);
        Step create = draft.plan.add(made.creating(name), draft.existing(service.name()).isEmpty()
                ? "no container yet"
                : "scaled to " + Replicas.of(service, draft.options), made.prerequisites());
        return new PlannedContainer(ContainerRef.planned(name), number, false, "created by #" + create.id(),
                List.of(create));
    }

    private String nameOf(int number) {
        String fixed = service.metadata().containerName();
        return fixed == null ? draft.names.container(service.name(), number) : fixed;
    }
}
