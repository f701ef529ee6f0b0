package dev.jcompose.plan;

import dev.jcompose.model.Service;
import dev.jcompose.observe.ObservedContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The {@code pre_start} hooks of a service: containers that run to their end, one after another, before its first
 * container starts. They run only where no container of the service does.
 */
final class PreStartSteps {
    private PreStartSteps() {
    }

    /**
     * Adds them.
     *
     * @param containers
     *            of the service, by number
     * @param before
     *            adds what must be so before the service starts; asked only where a hook runs
     * @return what the service's containers start after; empty where no hook runs
     */
    static List<Step> add(UpDraft draft, Service service, List<PlannedContainer> containers,
            Supplier<List<Step>> before) {
        int hooks = service.lifecycle().preStart().size();
        if (hooks == 0 || containers.isEmpty() || containers.stream().anyMatch(PlannedContainer::runs)) {
            return List.of();
        }
        List<Step> after = new ArrayList<>(before.get());
        for (ObservedContainer left : draft.seen.hooksOf(service.name())) {
            after.add(draft.plan.add(new Action.RemoveContainer(new ContainerRef(left.name(), left.id()), true),
                    "left by a pre_start hook that failed"));
        }
        PlannedContainer first = containers.getFirst();
        after.addAll(first.ready());
        Step last = null;
        for (int i = 0; i < hooks; i++) {
            last = draft.plan.add(new ContainerDraft(draft, service, first.number()).preStart(i, first.ref()),
                    "pre_start[" + i + "], no container of " + service.name() + " runs", after);
            after = List.of(last);
        }
        return after;
    }
}
