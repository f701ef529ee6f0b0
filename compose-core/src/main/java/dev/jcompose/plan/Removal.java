package dev.jcompose.plan;

import dev.jcompose.model.Lifecycle.Hook;
import dev.jcompose.observe.ObservedContainer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stop, where it runs, and remove. A container that is given no time to stop is removed by force, which kills it: one
 * call instead of two, and one signal instead of two that follow each other at once.
 */
final class Removal {
    private Removal() {
    }

    /** Gives the last of the steps. */
    static Step add(PlanBuilder plan, ObservedContainer container, String cause, @Nullable Duration timeout,
            List<Hook> preStop, boolean volumes, Collection<Step> after) {
        ContainerRef ref = new ContainerRef(container.name(), container.id());
        boolean noTime = timeout != null && timeout.isZero() && preStop.isEmpty();
        if (!container.isRunning() || noTime) {
            return plan.add(new Action.RemoveContainer(ref, volumes), cause, after);
        }
        Step stop = plan.add(new Action.StopContainer(ref, timeout, preStop), cause, after);
        return plan.add(new Action.RemoveContainer(ref, volumes), cause, stop);
    }

    static Step add(PlanBuilder plan, ObservedContainer container, String cause, @Nullable Duration timeout,
            List<Hook> preStop, boolean volumes) {
        return add(plan, container, cause, timeout, preStop, volumes, List.of());
    }
}
