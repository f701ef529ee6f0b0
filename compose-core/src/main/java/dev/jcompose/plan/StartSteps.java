package dev.jcompose.plan;

import dev.jcompose.model.Dependency;
import dev.jcompose.model.Lifecycle.Hook;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts what does not run, each service when what it depends on is as it needs it. */
final class StartSteps {
    private final UpDraft draft;
    private final Map<String, List<Step>> started = new HashMap<>();
    private final Map<Wait, Step> waits = new HashMap<>();

    private StartSteps(UpDraft draft) {
        this.draft = draft;
    }

    /** Gives what {@link #conditions} can be asked of. */
    static StartSteps add(UpDraft draft) {
        StartSteps steps = new StartSteps(draft);
        draft.selection.taking().forEach(name -> steps.start(draft.service(name)));
        if (draft.options.await()) {
            draft.selection.taking().forEach(name -> steps.awaitAtEnd(draft.service(name)));
        }
        return steps;
    }

    private void start(Service service) {
        List<Step> last = new ArrayList<>();
        List<Step> prepared = PreStartSteps.add(draft, service, draft.planned(service.name()),
                () -> conditions(service));
        Step previous = null;
        for (PlannedContainer container : draft.planned(service.name())) {
            if (container.runs()) {
                continue;
            }
            List<Step> before = new ArrayList<>(container.ready());
            before.addAll(conditions(service));
            before.addAll(prepared);
            if (previous != null) {
                before.add(previous);
            }
            previous = draft.plan.add(
                    new Action.StartContainer(container.ref(), InjectedFiles.of(draft.project, service)),
                    container.cause(), before);
            List<Hook> hooks = service.lifecycle().postStart();
            if (!hooks.isEmpty()) {
                previous = draft.plan.add(new Action.RunHooks(container.ref(), service.name(), hooks),
                        "started by #" + previous.id(), previous);
            }
            last.add(previous);
        }
        if (last.isEmpty() && !draft.planned(service.name()).isEmpty()) {
            awaitStarting(service);
        }
        started.put(service.name(), last);
    }

    /** What runs already waits as well for what is started beneath it, so that all is ready in the end. */
    private void awaitStarting(Service service) {
        service.dependsOn().forEach((name, dependency) -> {
            if (!started.getOrDefault(name, List.of()).isEmpty()) {
                awaitDependency(service, name, dependency);
            }
        });
    }

    /** What must be so before a container of this service starts. */
    List<Step> conditions(Service service) {
        List<Step> before = new ArrayList<>();
        service.dependsOn().forEach((name, dependency) -> {
            if (!draft.selection.taking().contains(name)) {
                return;
            }
            before.addAll(started.getOrDefault(name, List.of()));
            awaitDependency(service, name, dependency).ifPresent(before::add);
        });
        return before;
    }

    private Optional<Step> awaitDependency(Service service, String name, Dependency dependency) {
        boolean waits = dependency.condition() != Dependency.Condition.SERVICE_STARTED;
        if (!waits || draft.planned(name).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(await(name, dependency.condition(), dependency.required(),
                reason(dependency.condition()) + ", wanted by " + service.name()));
    }

    private void awaitAtEnd(Service service) {
        if (draft.planned(service.name()).isEmpty()) {
            return;
        }
        boolean completes = draft.selection.taking().stream()
                .map(name -> draft.service(name).dependsOn().get(service.name()))
                .anyMatch(dependency -> dependency != null
                        && dependency.condition() == Dependency.Condition.SERVICE_COMPLETED_SUCCESSFULLY);
        Dependency.Condition condition = completes
                ? Dependency.Condition.SERVICE_COMPLETED_SUCCESSFULLY
                : Dependency.Condition.RUNNING_OR_HEALTHY;
        await(service.name(), condition, true, reason(condition) + ", wanted by --wait");
    }

    private Step await(String service, Dependency.Condition condition, boolean required, String cause) {
        return waits.computeIfAbsent(new Wait(service, condition, required), wait -> draft.plan.add(
                new Action.AwaitService(service,
                        draft.planned(service).stream().map(PlannedContainer::ref).toList(), condition, required),
                cause, started.getOrDefault(service, List.of())));
    }

    private static String reason(Dependency.Condition condition) {
        return switch (condition) {
            case SERVICE_STARTED -> "started";
            case SERVICE_HEALTHY -> "healthy";
            case SERVICE_COMPLETED_SUCCESSFULLY -> "completed successfully";
            case RUNNING_OR_HEALTHY -> "running or healthy";
        };
    }

    private record Wait(String service, Dependency.Condition condition, boolean required) {}
}
