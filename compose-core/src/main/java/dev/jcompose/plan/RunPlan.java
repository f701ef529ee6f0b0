package dev.jcompose.plan;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.observe.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verb {@code run}: what the service depends on is brought up, then a container is made for one command. */
public final class RunPlan {
    private RunPlan() {
    }

    /**
     * Plans up to a container that is ready to be started and talked to.
     *
     * @param slug
     *            64 hexadecimal digits, chosen at random by the caller, that make the container's name unique
     * @throws UnknownServiceException
     *             if there is no such service
     */
    public static Plan of(Project project, Observation seen, RunOptions options, String slug) {
        ResourceNames names = ResourceNames.of(project);
        ServiceSelection all = ServiceSelection.of(project, List.of(options.service()),
                ServiceSelection.Direction.WITH_DEPENDENCIES);
        List<String> dependencies = options.withDependencies()
                ? all.taking().stream().filter(name -> !name.equals(options.service())).toList()
                : List.of();
        UpOptions up = new UpOptions(dependencies, UpOptions.Recreate.DIVERGED, UpOptions.Recreate.DIVERGED, true, true,
                Map.of(), options.removeOrphans(), options.ignoreOrphans(), false, (Duration) null, false, Set.of());
        UpDraft draft = new UpDraft(project, seen, up, names,
                new ServiceSelection(Set.copyOf(dependencies), dependencies, all.graph()));
        OrphanSteps.add(draft);
        NetworkSteps.add(draft);
        VolumeSteps.add(draft);
        dependencies.forEach(name -> ContainerSteps.add(draft, name));
        StartSteps starts = StartSteps.add(draft);
        Service service = OneOffService.of(draft.service(options.service()), options);
        Set<Step> before = new LinkedHashSet<>(starts.conditions(service));
        ContainerDraft container = new ContainerDraft(draft, service, 1);
        before.addAll(container.prerequisites());
        draft.plan.add(container.oneOff(containerName(names, options, slug), options, slug), "run",
                new ArrayList<>(before));
        draft.problems.throwIfAny();
        return draft.plan.build();
    }

    /** What the container is called. */
    public static String containerName(ResourceNames names, RunOptions options, String slug) {
        String name = options.name();
        return name == null ? names.oneOff(options.service(), slug) : name;
    }

    /** What is copied into the container before it starts. */
    public static List<InjectedFile> files(Project project, RunOptions options) {
        Service service = project.service(options.service())
                .orElseThrow(() -> new UnknownServiceException(options.service(), project.services().keySet()));
        return InjectedFiles.of(project, service);
    }
}
