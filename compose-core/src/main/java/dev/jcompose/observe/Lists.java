package dev.jcompose.observe;

import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.ImageSummary;
import dev.jcompose.engine.Images.ImageFilter;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.Networks.NetworkFilter;
import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.engine.Volumes.VolumeFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four lists of which an observation is made: asked for at once, and waited for when they are needed. */
public final class Lists {
    private final String project;
    private final Reading<List<NetworkDetails>> networks;
    private final Reading<List<VolumeDetails>> volumes;
    private final Reading<List<ImageSummary>> images;
    private final Reading<List<ObservedContainer>> labelled;

    private Lists(Engine engine, String project, boolean waits) {
        this.project = project;
        Reading<List<ObservedContainer>> asked = waits ? null : Reading.begin(() -> labelled(engine, project));
        images = Reading.begin(() -> engine.images().list(new ImageFilter(false, Map.of())));
        networks = Reading.begin(() -> engine.networks().list(NetworkFilter.ALL));
        volumes = Reading.begin(() -> engine.volumes().list(VolumeFilter.ALL));
        labelled = asked == null ? Reading.now(() -> labelled(engine, project)) : asked;
    }

    /**
     * Asks the engine, and waits for nothing.
     *
     * @param project
     *            its name
     */
    public static Lists begin(Engine engine, String project) {
        return new Lists(engine, project, false);
    }

    /** Asks the engine and waits for the containers, which are listed sooner than the rest, and needed first. */
    static Lists of(Engine engine, String project) {
        return new Lists(engine, project, true);
    }

    /** The containers of services. */
    List<ObservedContainer> containers() {
        return labelled.get().stream().filter(Lists::isOfService).toList();
    }

    /** All that was listed, with containers that may have been looked at more closely. */
    Observation observation(List<ObservedContainer> containers) {
        List<ObservedContainer> hooks = labelled.get().stream().filter(Lists::isHook).toList();
        return new Observation(containers, hooks, networks.get(), volumes.get(), ids(images.get()),
                built(images.get(), project), ImageAges.NONE, HostPaths.UNKNOWN);
    }

    /** All that carry the project's name: also the containers of hooks, which are no service's containers. */
    private static List<ObservedContainer> labelled(Engine engine, String project) {
        return ObservedContainer
                .of(engine.containers().list(ContainerFilter.labelled(Labels.PROJECT + "=" + project)));
    }

    private static boolean isOfService(ObservedContainer container) {
        return container.summary().labels().containsKey(Labels.CONFIG_HASH);
    }

    private static boolean isHook(ObservedContainer container) {
        return container.label(Labels.HOOK).equals(Labels.PRE_START);
    }

    private static Map<String, String> built(List<ImageSummary> images, String project) {
        Map<String, String> built = new HashMap<>();
        for (ImageSummary image : images) {
            if (project.equals(image.labels().get(Labels.PROJECT))) {
                image.tags().forEach(tag -> built.put(tag, image.labels().getOrDefault(Labels.SERVICE, "")));
            }
        }
        return built;
    }

    private static Map<String, String> ids(List<ImageSummary> images) {
        Map<String, String> ids = new HashMap<>();
        for (ImageSummary image : images) {
            image.tags().forEach(tag -> ids.put(ImageReference.familiar(tag), image.id()));
            image.digests().forEach(digest -> ids.put(ImageReference.familiar(digest), image.id()));
            ids.put(image.id(), image.id());
        }
        return ids;
    }
}
