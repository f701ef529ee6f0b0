package dev.jcompose.execute;

import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.NetworkSpec;
import dev.jcompose.engine.Networks.NetworkFilter;
import dev.jcompose.model.Network;
import dev.jcompose.model.Service;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.YamlReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what a command that was broken off has left the engine to do. Lists do not show what is being made, but its
 * name is taken: whoever asks for something else of that name is told so, or gets it, and then nothing was under way
 * any more. What is being removed is removed once more, which returns when it is gone.
 */
final class Aftermath {
    private static final String PLACEHOLDER = "dev.jcompose.placeholder";
    /** The command is never run; an image may lack one. */
    private static final Service SERVICE = Service.decode("placeholder",
            (Mapping) YamlReader.read("", "{command: [none]}").getFirst());
    private static final Network NETWORK = new Network("", "", null, Map.of(),
            new Network.Ipam(null, List.of(), Map.of()), false, false, false, null, null, Map.of());

    private final Engine engine;
    private final UnderWay underWay;
    private final String project;

    Aftermath(Engine engine, String project) {
        this.engine = engine;
        this.underWay = new UnderWay(engine);
        this.project = project;
    }

    /** Returns when it is there, or will never be; where it was to be stopped or removed, when it has ended or is gone. */
    void await(Journal.Request request) {
        switch (request.kind()) {
            case CREATE_CONTAINER -> awaitContainer(request.name(), request.detail());
            case CREATE_NETWORK -> awaitNetwork(request.name());
            case STOP_CONTAINER -> removed(() -> underWay.stop(request.name(), timeout(request.detail())));
            case REMOVE_CONTAINER -> removed(
                    () -> underWay.remove(request.name(), Boolean.parseBoolean(request.detail())));
            case REMOVE_NETWORK -> removed(() -> underWay.removeNetwork(request.name()));
        }
    }

    private static @Nullable Duration timeout(String seconds) {
        return seconds.matches("\\d{1,18}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static void removed(Runnable removal) {
        try {
            removal.run();
        } catch (EngineException.NotFound gone) {
            return; // As wanted.
        } catch (EngineException.Conflict | EngineException.Rejected refused) {
            return; // As it would have been before: what is there still will be seen.
        }
    }

    private void awaitContainer(String name, String image) {
        ContainerDetails there = container(name);
        for (int attempt = 0; there == null && attempt < UnderWay.ATTEMPTS; attempt++) {
            try {
                engine.containers().remove(engine.containers().create(placeholder(name, image)).id(), true, true);
                return;
            } catch (EngineException.Conflict taken) {
                UnderWay.pause();
                there = container(name);
            } catch (EngineException.NotFound | EngineException.Rejected impossible) {
                return; // Without its image nobody else could make it either.
            }
        }
        if (there != null && there.config().labels().containsKey(PLACEHOLDER)) {
            engine.containers().remove(there.id(), true, true);
        }
    }

    private ContainerSpec placeholder(String name, String image) {
        return ContainerSpec.of(name, image, SERVICE).withLabels(labels());
    }

    private void awaitNetwork(String name) {
        if (engine.networks().list(NetworkFilter.ALL).stream().anyMatch(network -> network.name().equals(name))) {
            return;
        }
        try {
            engine.networks().remove(engine.networks()
                    .create(new NetworkSpec(name, labels(), NETWORK)));
        } catch (EngineException.Conflict | EngineException.Rejected made) {
            return;
        }
    }

    private Map<String, String> labels() {
        return Map.of(Labels.PROJECT, project, PLACEHOLDER, "true");
    }

    private @Nullable ContainerDetails container(String name) {
        try {
            return engine.containers().inspect(name);
        } catch (EngineException.NotFound notYet) {
            return null;
        }
    }
}
