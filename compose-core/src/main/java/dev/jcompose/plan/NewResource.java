package dev.jcompose.plan;

import dev.jcompose.config.ConfigHash;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.NetworkSpec;
import dev.jcompose.engine.VolumeSpec;
import dev.jcompose.model.Network;
import dev.jcompose.model.Project;
import dev.jcompose.model.Volume;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.source.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** Networks and volumes as they are to be made, with their labels. */
final class NewResource {
    private NewResource() {
    }

    static Action.CreateNetwork network(Project project, Network network) {
        Map<String, String> labels = labels(project, network.labels(), networkHash(project, network));
        labels.put(Labels.NETWORK, network.key());
        return new Action.CreateNetwork(new NetworkSpec(network.name(), labels, network));
    }

    static Action.CreateVolume volume(Project project, Volume volume) {
        Map<String, String> labels = labels(project, volume.labels(), volumeHash(project, volume));
        labels.put(Labels.VOLUME, volume.key());
        return new Action.CreateVolume(new VolumeSpec(volume.name(), volume.driver(), volume.driverOpts(), labels));
    }

    static String networkHash(Project project, Network network) {
        return ConfigHash.network(canonical(project, "networks", network.key()));
    }

    static String volumeHash(Project project, Volume volume) {
        return ConfigHash.volume(canonical(project, "volumes", volume.key()));
    }

    private static Mapping canonical(Project project, String section, String key) {
        Node node = project.canonical().at(YamlPath.of(section, key));
        return node instanceof Mapping mapping ? mapping : Mapping.empty(Origin.at(Position.DEFAULT));
    }

    private static Map<String, String> labels(Project project, Map<String, String> own, String hash) {
        Map<String, String> labels = new LinkedHashMap<>(own);
        labels.put(Labels.CONFIG_HASH, hash);
        labels.put(Labels.PROJECT, project.name());
        labels.put(Labels.VERSION, ServiceLabels.VERSION);
        return labels;
    }
}
