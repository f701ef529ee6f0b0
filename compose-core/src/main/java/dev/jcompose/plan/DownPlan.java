package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Lifecycle.Hook;
import dev.jcompose.model.Network;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.Volume;
import dev.jcompose.observe.ImageReference;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.engine.NetworkDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The verb {@code down}: containers in reverse order, then networks, and volumes and images where that is wanted. */
public final class DownPlan {
    private final Project project;
    private final Observation seen;
    private final DownOptions options;
    private final ResourceNames names;
    private final PlanBuilder plan = new PlanBuilder();
    private final Map<String, List<Step>> gone = new HashMap<>();
    private final List<Step> allGone = new ArrayList<>();

    private DownPlan(Project project, Observation seen, DownOptions options, ResourceNames names) {
        this.project = project;
        this.seen = seen;
        this.options = options;
        this.names = names;
    }

    /**
     * Plans.
     *
     * @throws UnknownServiceException
     *             if the options name a service that the project does not have
     */
    public static Plan of(Project project, Observation seen, DownOptions options) {
        return of(project, seen, options, ResourceNames.of(project));
    }

    /** Plans, with names made as given. */
    public static Plan of(Project project, Observation seen, DownOptions options, ResourceNames names) {
        DownPlan down = new DownPlan(project, seen, options, names);
        down.containers();
        down.networks();
        if (options.volumes()) {
            down.volumes();
        }
        down.images();
        if (down.plan.build().steps().isEmpty() && project.networks().isEmpty()) {
            down.plan.notice("No resource found to remove for project \"" + project.name() + "\".");
        }
        return down.plan.build();
    }

    private void containers() {
        ServiceSelection selection = ServiceSelection.of(project, options.services(),
                ServiceSelection.Direction.WITH_DEPENDENTS);
        for (ObservedContainer hook : seen.hooks()) {
            if (options.services().isEmpty() || selection.taking().contains(hook.service())) {
                allGone.add(plan.add(new Action.RemoveContainer(new ContainerRef(hook.name(), hook.id()), true),
                        "left by a pre_start hook of " + hook.service()));
            }
        }
        for (String name : selection.taking().reversed()) {
            List<Step> dependents = new ArrayList<>();
            selection.graph().dependentsOf(name).forEach(dependent -> dependents.addAll(gone(dependent)));
            Service service = project.services().get(name);
            List<Hook> hooks = service == null ? List.of() : service.lifecycle().preStop();
            for (ObservedContainer container : seen.containers()) {
                if (container.service().equals(name)) {
                    Step step = Removal.add(plan, container, "down", options.timeout(),
                            container.oneOff() ? List.of() : hooks, options.volumes(), dependents);
                    gone(name).add(step);
                    allGone.add(step);
                }
            }
            if (service != null && service.provider() != null) {
                gone(name).add(plan.add(new Action.RunProvider(project, service, "down"),
                        "provider " + service.provider().type(), dependents));
            }
            if (gone(name).isEmpty()) {
                gone(name).addAll(dependents);
            }
        }
        for (ObservedContainer container : seen.orphans(project)) {
            boolean orphan = !project.services().containsKey(container.service());
            if (orphan && options.removeOrphans()) {
                allGone.add(Removal.add(plan, container, "no service " + container.service() + " in the project",
                        options.timeout(), List.of(), options.volumes()));
            }
        }
    }

    private List<Step> gone(String service) {
        return gone.computeIfAbsent(service, key -> new ArrayList<>());
    }

    private void networks() {
        for (Network network : new TreeMap<>(project.networks()).values()) {
            if (network.external()) {
                continue;
            }
            for (NetworkDetails found : seen.networksNamed(network.name())) {
                if (found.label(Labels.PROJECT).equals(project.name())
                        && found.label(Labels.NETWORK).equals(network.key())) {
                    plan.add(new Action.RemoveNetwork(found.name(), found.id()), "down", allGone);
                }
            }
        }
    }

    private void volumes() {
        for (Volume volume : new TreeMap<>(project.volumes()).values()) {
            if (!volume.external() && seen.volume(volume.name()).isPresent()) {
                plan.add(new Action.RemoveVolume(volume.name()), "down --volumes", allGone);
            }
        }
    }

    private void images() {
        TreeSet<String> images = new TreeSet<>();
        for (Service service : project.services().values()) {
            String image = service.image();
            boolean all = options.images() == DownOptions.Images.ALL;
            if (options.images() == DownOptions.Images.NONE || service.provider() != null) {
                continue;
            }
            if (image == null) {
                images.add(names.image(service.name()));
            } else if (all) {
                images.add(image);
            }
        }
        if (options.images() != DownOptions.Images.NONE) {
            seen.built().forEach((image, service) -> {
                boolean known = images.stream().anyMatch(other -> ImageReference.familiar(other).equals(image));
                if (project.services().containsKey(service) && !known) {
                    images.add(image);
                }
            });
        }
        for (String image : images) {
            if (seen.image(image).isPresent()) {
                plan.add(new Action.RemoveImage(image), "down --rmi", allGone);
            }
        }
    }
}
