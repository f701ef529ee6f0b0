package dev.jcompose.plan;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;

/**
 * From whatever is there to a project that runs: the verbs {@code up}, {@code create} and {@code scale}. Images are
 * another plan ({@link ImagePlan}), carried out before the observation that this one is given, because a container is
 * replaced when its image has become another.
 */
public final class UpPlan {
    private UpPlan() {
    }

    /**
     * Plans.
     *
     * @throws UnknownServiceException
     *             if the options name a service that the project does not have, or scale one that takes no part
     * @throws dev.jcompose.source.ComposeException
     *             if it can be known beforehand that it cannot work, such as where an external network is missing
     */
    public static Plan of(Project project, Observation seen, UpOptions options) {
        return of(project, seen, options, ResourceNames.of(project));
    }

    /** Plans, with names made as given. */
    public static Plan of(Project project, Observation seen, UpOptions options, ResourceNames names) {
        ServiceSelection selection = ServiceSelection.of(project, options.services(),
                options.withDependencies()
                        ? ServiceSelection.Direction.WITH_DEPENDENCIES
                        : ServiceSelection.Direction.ALONE);
        options.scale().keySet().stream().filter(name -> !selection.taking().contains(name)).findFirst()
                .ifPresent(name -> {
                    throw new UnknownServiceException(name, selection.taking());
                });
        UpDraft draft = new UpDraft(project, seen, options, names, selection);
        OrphanSteps.add(draft);
        NetworkSteps.add(draft);
        VolumeSteps.add(draft);
        selection.taking().forEach(service -> ContainerSteps.add(draft, service));
        if (options.start()) {
            StartSteps.add(draft);
        }
        draft.end();
        draft.problems.throwIfAny();
        return draft.plan.build();
    }
}
