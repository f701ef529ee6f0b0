package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Services that must be there first because a service uses their network, namespaces or volumes. */
final class ImpliedDependencies {
    static final List<String> NAMESPACES = List.of("network_mode", "ipc", "pid", "uts", "cgroup");
    private static final String SERVICE = "service:";

    private ImpliedDependencies() {
    }

    /** Adds them to a service's {@code depends_on}; what is written there stays as it is. */
    static void add(Map<String, Mapping.Entry> service, Origin origin) {
        Mapping.@Nullable Entry written = service.get("depends_on");
        Map<String, Mapping.Entry> dependencies = new LinkedHashMap<>();
        if (written != null && written.value() instanceof Mapping mapping) {
            dependencies.putAll(mapping.entries());
        }
        int before = dependencies.size();
        links(service).forEach((name, link) -> put(dependencies, name, true, link));
        NAMESPACES.forEach(namespace -> shared(value(service, namespace))
                .forEach((name, from) -> put(dependencies, name, true, from)));
        volumes(service).forEach((name, from) -> put(dependencies, name, false, from));
        if (dependencies.size() > before) {
            service.put("depends_on", new Mapping.Entry(origin.position(), Mapping.of(dependencies, origin)));
        }
    }

    /** Services by name that are linked to, with the link. */
    static Map<String, Scalar> links(Map<String, Mapping.Entry> service) {
        Map<String, Scalar> links = new LinkedHashMap<>();
        for (Node item : items(value(service, "links"))) {
            if (item instanceof Scalar link) {
                String[] parts = link.text().split(":", -1);
                links.put(parts.length == 2 ? parts[0] : link.text(), link);
            }
        }
        return links;
    }

    /** The service whose namespace a {@code service:} value shares, with the value. */
    static Map<String, Scalar> shared(@Nullable Node node) {
        return node instanceof Scalar scalar && scalar.text().startsWith(SERVICE)
                ? Map.of(scalar.text().substring(SERVICE.length()), scalar)
                : Map.of();
    }

    /** Services by name whose volumes are used, with the reference. */
    static Map<String, Scalar> volumes(Map<String, Mapping.Entry> service) {
        Map<String, Scalar> sources = new LinkedHashMap<>();
        for (Node item : items(value(service, "volumes_from"))) {
            if (item instanceof Scalar source && !source.text().startsWith("container:")) {
                sources.put(source.text().split(":", -1)[0], source);
            }
        }
        return sources;
    }

    private static void put(Map<String, Mapping.Entry> dependencies, String name, boolean restart, Scalar from) {
        dependencies.putIfAbsent(name, new Mapping.Entry(from.position(),
                new MappingBuilder().put("condition", "service_started", from.origin())
                        .put("restart", restart, from.origin())
                        .put("required", true, from.origin())
                        .build(from.origin())));
    }

    private static List<Node> items(@Nullable Node node) {
        return node instanceof Sequence sequence ? sequence.items() : List.of();
    }

    private static @Nullable Node value(Map<String, Mapping.Entry> service, String key) {
        Mapping.@Nullable Entry entry = service.get(key);
        return entry == null ? null : entry.value();
    }
}
