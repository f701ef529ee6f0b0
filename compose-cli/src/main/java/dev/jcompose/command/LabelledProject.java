package dev.jcompose.command;

import dev.jcompose.engine.Labels;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectOrigin;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.source.Position;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import java.util.List;

/**
 * A project as far as the labels of what it left in the engine tell: for commands that are given a name and no files.
 */
final class LabelledProject {
    private static final Origin HERE = Origin.at(new Position("<labels>", 1, 1));

    private LabelledProject() {
    }

    static Project of(String name, Observation seen) {
        Mapping services = Mapping.empty(HERE);
        String folder = "";
        for (ObservedContainer container : seen.containers()) {
            if (!container.service().isEmpty() && !services.keys().contains(container.service())) {
                services = services.with(container.service(), service(container));
                folder = container.label(Labels.WORKING_DIR);
            }
        }
        Mapping networks = Mapping.empty(HERE);
        for (NetworkDetails network : seen.networks()) {
            if (network.label(Labels.PROJECT).equals(name)) {
                networks = networks.with(network.label(Labels.NETWORK), named(network.name()));
            }
        }
        Mapping volumes = Mapping.empty(HERE);
        for (VolumeDetails volume : seen.volumes()) {
            if (volume.label(Labels.PROJECT).equals(name)) {
                volumes = volumes.with(volume.label(Labels.VOLUME), named(volume.name()));
            }
        }
        Mapping tree = Mapping.empty(HERE).with("name", text(name)).with("services", withKnown(services))
                .with("networks", networks).with("volumes", volumes);
        return Project.decode(tree, Mapping.empty(HERE), ProjectOrigin.none(folder));
    }

    private static Mapping service(ObservedContainer container) {
        Mapping dependencies = Mapping.empty(HERE);
        for (String entry : container.label(Labels.DEPENDS_ON).split(",", -1)) {
            List<String> parts = List.of(entry.split(":", -1));
            if (!entry.isEmpty()) {
                dependencies = dependencies.with(parts.getFirst(), Mapping.empty(HERE)
                        .with("condition", text(parts.size() > 1 ? parts.get(1) : "service_started"))
                        .with("restart", flag(parts.size() > 2 && parts.get(2).equals("true")))
                        .with("required", flag(false)));
            }
        }
        return Mapping.empty(HERE).with("image", text(container.summary().image())).with("depends_on", dependencies);
    }

    /** Containers of some services may be gone: nobody can depend on those. */
    private static Mapping withKnown(Mapping services) {
        Mapping known = services;
        for (String name : services.keys()) {
            if (services.get(name) instanceof Mapping service && service.get("depends_on") instanceof Mapping all) {
                Mapping kept = all;
                for (String dependency : all.keys()) {
                    kept = services.keys().contains(dependency) ? kept : kept.without(dependency);
                }
                known = known.with(name, service.with("depends_on", kept));
            }
        }
        return known;
    }

    private static Mapping named(String name) {
        return Mapping.empty(HERE).with("name", text(name));
    }

    private static Node text(String text) {
        return Scalar.string(text, HERE);
    }

    private static Node flag(boolean on) {
        return Scalar.of(on, HERE);
    }
}
