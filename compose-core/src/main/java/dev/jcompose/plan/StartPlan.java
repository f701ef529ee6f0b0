package dev.jcompose.plan;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.source.ComposeException;
import java.util.List;

/** The verb {@code start}: containers that exist and do not run, each when what it depends on is as it needs it. */
public final class StartPlan {
    private StartPlan() {
    }

    /**
     * Plans.
     *
     * @param services
     *            those named; empty for all
     * @param await
     *            whether to wait until every service is running or healthy
     * @throws NothingToStartException
     *             if the project has no container
     */
    public static Plan of(Project project, Observation seen, List<String> services, boolean await) {
        ServiceSelection selection = ServiceSelection.of(project, services,
                ServiceSelection.Direction.WITH_DEPENDENCIES);
        if (seen.containers().stream().allMatch(ObservedContainer::oneOff)
                && selection.taking().stream().noneMatch(name -> isProvided(project, name))) {
            throw new NothingToStartException(services.isEmpty()
                    ? "no container found for project \"" + project.name() + "\": not found; create them with: up -d"
                    : nothingOf(services.getFirst()));
        }
        UpOptions d = UpOptions.DEFAULTS;
        UpOptions options = new UpOptions(services, d.recreate(), d.recreateDependencies(), false, true, d.scale(),
                false, true, false, null, await, d.allowDataLoss());
        UpDraft draft = new UpDraft(project, seen, options, ResourceNames.of(project), selection);
        StartSteps.add(draft);
        services.stream().filter(name -> seen.containersOf(name).isEmpty() && !isProvided(project, name))
                .forEach(name -> draft.plan.notice(nothingOf(name)));
        return draft.plan.build();
    }

    private static String nothingOf(String service) {
        return "service \"" + service + "\" has no container to start";
    }

    private static boolean isProvided(Project project, String service) {
        return project.service(service).map(found -> found.provider() != null).orElse(false);
    }

    /** There is no container to start. */
    public static final class NothingToStartException extends ComposeException {
        private static final long serialVersionUID = 1L;

        NothingToStartException(String message) {
            super(message);
        }
    }
}
