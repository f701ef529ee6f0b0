package dev.jcompose.observe;

import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.model.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One snapshot of what the engine holds of a project, and of all networks, volumes and images, because a project may
 * use some that are not its own. Immutable.
 *
 * @param containers
 *            of the project, in any state, one-off ones too, sorted by name
 * @param hooks
 *            containers of {@code pre_start} hooks that failed or were broken off
 * @param networks
 *            of the engine
 * @param volumes
 *            of the engine
 * @param images
 *            image ids by every reference they are known under
 * @param built
 *            the services of images that were built for the project, by reference
 * @param ages
 *            how old images are, of those that a service wants no older than it says
 * @param paths
 *            what of the project's files is on this machine
 */
public record Observation(List<ObservedContainer> containers, List<ObservedContainer> hooks,
        List<NetworkDetails> networks, List<VolumeDetails> volumes, Map<String, String> images,
        Map<String, String> built, ImageAges ages,
        HostPaths paths) {
    public Observation {
        containers = containers.stream().sorted(ObservedContainer.BY_NAME).toList();
        hooks = List.copyOf(hooks);
        networks = List.copyOf(networks);
        volumes = List.copyOf(volumes);
        images = Map.copyOf(images);
        built = Map.copyOf(built);
    }

    /** A snapshot in which neither an image's age nor a file of this machine matters. */
    public Observation(List<ObservedContainer> containers, List<NetworkDetails> networks, List<VolumeDetails> volumes,
            Map<String, String> images) {
        this(containers, List.of(), networks, volumes, images, Map.of(), ImageAges.NONE, HostPaths.UNKNOWN);
    }

    /** The same with what is known of images' ages and of this machine's files. */
    public Observation with(ImageAges otherAges, HostPaths otherPaths) {
        return new Observation(containers, hooks, networks, volumes, images, built, otherAges, otherPaths);
    }

    /** An engine with nothing in it. */
    public static final Observation NOTHING = new Observation(List.of(), List.of(), List.of(), Map.of());

    /** A service's containers by number, without those that {@code run} made. */
    public List<ObservedContainer> containersOf(String service) {
        return containers.stream()
                .filter(container -> container.service().equals(service) && !container.oneOff())
                .sorted(ObservedContainer.BY_NUMBER)
                .toList();
    }

    /** What a service's hooks left. */
    public List<ObservedContainer> hooksOf(String service) {
        return hooks.stream().filter(container -> container.service().equals(service)).toList();
    }

    /** The same for every service that has containers, for those who ask for all of them. */
    public Map<String, List<ObservedContainer>> containersByService() {
        Map<String, List<ObservedContainer>> found = new HashMap<>();
        for (ObservedContainer container : containers) {
            if (!container.oneOff()) {
                found.computeIfAbsent(container.service(), service -> new ArrayList<>(1)).add(container);
            }
        }
        found.values().forEach(some -> some.sort(ObservedContainer.BY_NUMBER));
        return found;
    }

    /** Containers whose service the project does not know, and finished ones that {@code run} left. */
    public List<ObservedContainer> orphans(Project project) {
        return containers.stream()
                .filter(container -> container.oneOff()
                        ? !container.isRunning() && container.status() != ContainerStatus.CREATED
                        : !project.services().containsKey(container.service())
                                && !project.disabledServices().containsKey(container.service()))
                .toList();
    }

    /** The networks of that name; the engine allows several. */
    public List<NetworkDetails> networksNamed(String name) {
        return networks.stream().filter(network -> network.name().equals(name)).toList();
    }

    /** The volume of that name. */
    public Optional<VolumeDetails> volume(String name) {
        return volumes.stream().filter(volume -> volume.name().equals(name)).findFirst();
    }

    /** The id of the image that a reference stands for here. */
    public Optional<String> image(String reference) {
        return Optional.ofNullable(images.get(ImageReference.familiar(reference)));
    }
}
