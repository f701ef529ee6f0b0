package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.engine.NetworkDetails;
import dev.jcompose.engine.VolumeDetails;
import dev.jcompose.model.Network;
import dev.jcompose.model.Project;
import dev.jcompose.model.Volume;
import dev.jcompose.source.Position;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** In what a network or a volume differs from its definition, as far as the engine shows it. */
final class ResourceChange {
    /** Options that the engine adds by itself. */
    private static final String ADDED = "com.docker.network.enable_ipv";

    private final Project project;
    private final String section;
    private final String key;
    private final List<AttributeChange> changes = new ArrayList<>();

    private ResourceChange(Project project, String section, String key) {
        this.project = project;
        this.section = section;
        this.key = key;
    }

    /** {@code volumes.data: driver_opts.o: a → b (compose.yaml:9:7)}. */
    static String of(Project project, Volume volume, VolumeDetails found) {
        ResourceChange change = new ResourceChange(project, "volumes", volume.key());
        change.compare("driver", found.driver(), volume.driver() == null ? "local" : volume.driver());
        change.entries("driver_opts", found.options(), volume.driverOpts());
        change.entries("labels", found.labels(), volume.labels());
        return change.text();
    }

    /** As for a volume. */
    static String of(Project project, Network network, NetworkDetails found) {
        ResourceChange change = new ResourceChange(project, "networks", network.key());
        if (network.driver() != null) {
            change.compare("driver", found.driver(), network.driver());
        }
        change.compare("internal", found.internal(), network.internal());
        change.compare("attachable", found.attachable(), network.attachable());
        if (network.enableIpv6() != null) {
            change.compare("enable_ipv6", found.ipv6(), network.enableIpv6());
        }
        for (int i = 0; i < network.ipam().config().size(); i++) {
            String subnet = network.ipam().config().get(i).subnet();
            if (subnet != null) {
                String was = i < found.pools().size() ? found.pools().get(i).subnet() : null;
                change.compare("ipam.config[" + i + "].subnet", was, subnet);
            }
        }
        change.entries("driver_opts", found.options(), network.driverOpts());
        change.entries("labels", found.labels(), network.labels());
        return change.text();
    }

    private String text() {
        return changes.isEmpty()
                ? "its definition changed"
                : section + "." + key + ": " + AttributeChange.join(changes);
    }

    private void compare(String attribute, @Nullable Object was, Object is) {
        if (!is.equals(was)) {
            changes.add(new AttributeChange(attribute, was == null ? null : String.valueOf(was), String.valueOf(is),
                    position(attribute, null)));
        }
    }

    private void entries(String attribute, Map<String, String> was, Map<String, String> is) {
        Map<String, String> all = new TreeMap<>(was);
        all.keySet().removeIf(name -> Labels.isOfCompose(name) || name.startsWith(ADDED));
        Map<String, String> names = new TreeMap<>(all);
        names.putAll(is);
        for (String name : names.keySet()) {
            if (!Objects.equals(all.get(name), is.get(name))) {
                changes.add(new AttributeChange(attribute + "." + name, all.get(name), is.get(name),
                        is.containsKey(name) ? position(attribute, name) : null));
            }
        }
    }

    private @Nullable Position position(String attribute, @Nullable String entry) {
        if (!(project.canonical().at(YamlPath.of(section, key)) instanceof Mapping definition)) {
            return null;
        }
        Node node = definition.get(attribute);
        if (node == null) {
            return attribute.contains(".") ? definition.keyPosition("ipam") : null;
        }
        return entry != null && node instanceof Mapping mapping
                ? mapping.keyPosition(entry)
                : definition.keyPosition(attribute);
    }
}
