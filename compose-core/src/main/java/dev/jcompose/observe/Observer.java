package dev.jcompose.observe;

import dev.jcompose.config.ConfigHash;
import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.ImageDetails;
import dev.jcompose.engine.Labels;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return observe(engine, project, Lists.of(engine, project.name()));
    }

    /**
     * The same, where the engine was asked for its lists before the project was known.
     *
     * @param lists
     *            of the project of that name
     */
    public static Observation observe(Engine engine, Project project, Lists lists) {
        Reading<HostPaths> paths = Reading.begin(() -> HostPaths.of(project, engine.address()));
        List<ObservedContainer> containers = inspected(engine, project, lists.containers());
        Observation seen = lists.observation(containers);
        return seen.with(ages(engine, project, seen), paths.get());
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
                asked.put(container.id(), Reading.begin(() -> Inspection.of(engine, container.id())));
            }
        }
        return all.stream().map(container -> Optional.ofNullable(asked.get(container.id())).flatMap(Reading::get)
                .map(container::withInspection).orElse(container)).toList();
    }

    /** Takes a snapshot of the project of that name. */
    public static Observation observe(Engine engine, String project) {
        Lists lists = Lists.of(engine, project);
        return lists.observation(lists.containers());
    }

    private static ImageAges ages(Engine engine, Project project, Observation seen) {
        Map<String, Reading<ImageDetails>> asked = new HashMap<>();
        for (Service service : project.services().values()) {
            String image = service.image();
            if (image != null && PullPolicy.oldest(service.pullPolicy()).isPresent() && seen.image(image).isPresent()) {
                asked.computeIfAbsent(ImageReference.familiar(image),
                        name -> Reading.begin(() -> engine.images().inspect(image)));
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
}
