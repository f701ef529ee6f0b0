package dev.jcompose.observe;

import dev.jcompose.config.ConfigHash;
import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.engine.ImageSummary;
import dev.jcompose.engine.Images.ImageFilter;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.Networks.NetworkFilter;
import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.engine.Volumes.VolumeFilter;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.source.CancelledException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Reads the engine: four list calls at once, however large the project. */
public final class Observer {
    private Observer() {
    }

    /**
     * Takes a snapshot, with the ages of images that services want no older than they say.
     *
     * @throws dev.jcompose.engine.EngineException
     *             if the engine does not answer
     */
    public static Observation observe(Engine engine, Project project) {
        Reading<HostPaths> paths = new Reading<>(() -> HostPaths.of(project, engine.address()));
        Observation seen = observe(engine, project.name());
        return seen.withContainers(inspected(engine, project, seen.containers()))
                .with(ages(engine, project, seen), paths.get());
    }

    /** Containers of other Composes that are not as the project wants them: only a closer look tells in what. */
    private static List<ObservedContainer> inspected(Engine engine, Project project, List<ObservedContainer> all) {
        Map<String, Reading<Optional<Inspection>>> asked = new HashMap<>();
        for (ObservedContainer container : all) {
            Service service = project.services().get(container.service());
            boolean explained = service == null || container.oneOff()
                    || !container.label(Labels.CONFIGURATION).isEmpty()
                    || ConfigHash.service(service.canonical()).equals(container.label(Labels.CONFIG_HASH));
            if (!explained) {
                asked.put(container.id(), new Reading<>(() -> Inspection.of(engine, container.id())));
            }
        }
        return all.stream().map(container -> Optional.ofNullable(asked.get(container.id())).flatMap(Reading::get)
                .map(container::withInspection).orElse(container)).toList();
    }

    /** Takes a snapshot of the project of that name. */
    public static Observation observe(Engine engine, String project) {
        Reading<List<ObservedContainer>> labelled = new Reading<>(() -> labelled(engine, project));
        Reading<List<NetworkDetails>> networks = new Reading<>(() -> engine.networks().list(NetworkFilter.ALL));
        Reading<List<VolumeDetails>> volumes = new Reading<>(() -> engine.volumes().list(VolumeFilter.ALL));
        List<ImageSummary> images = engine.images().list(new ImageFilter(false, Map.of()));
        return new Observation(labelled.get().stream().filter(Observer::isOfService).toList(),
                labelled.get().stream().filter(Observer::isHook).toList(), networks.get(), volumes.get(), ids(images),
                built(images, project),
                ImageAges.NONE, HostPaths.UNKNOWN);
    }

    private static ImageAges ages(Engine engine, Project project, Observation seen) {
        Map<String, Reading<ImageDetails>> asked = new HashMap<>();
        for (Service service : project.services().values()) {
            String image = service.image();
            if (image != null && PullPolicy.oldest(service.pullPolicy()).isPresent() && seen.image(image).isPresent()) {
                asked.computeIfAbsent(ImageReference.familiar(image),
                        name -> new Reading<>(() -> engine.images().inspect(image)));
            }
        }
        Instant now = Instant.now();
        Map<String, Duration> ages = new HashMap<>();
        asked.forEach((image, details) -> {
            Instant tagged = details.get().lastTagTime();
            if (tagged != null && tagged.isAfter(Instant.EPOCH)) {
                ages.put(image, Duration.between(tagged, now));
            }
        });
        return new ImageAges(ages);
    }

    /** The containers of a project alone, in any state. */
    public static List<ObservedContainer> containers(Engine engine, String project) {
        return ObservedContainer.of(engine.containers().list(ContainerFilter.ofProject(project)));
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

    /** A call under way on a thread of its own. */
    private static final class Reading<T> {
        private final FutureTask<T> task;

        Reading(Supplier<T> call) {
            task = new FutureTask<>(call::get);
            Thread.ofVirtual().name("observe").start(task);
        }

        T get() {
            try {
                return task.get();
            } catch (InterruptedException e) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
