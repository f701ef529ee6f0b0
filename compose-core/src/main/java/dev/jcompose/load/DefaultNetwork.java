package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The network that services are on when they name none. */
final class DefaultNetwork {
    private static final String NAME = "default";
    private static final Origin ORIGIN = Origin.at(Position.DEFAULT);
    private static final Mapping IMPLIED = new MappingBuilder()
            .put(NAME, Position.DEFAULT, Scalar.of(null, ORIGIN)).build(ORIGIN);

    private DefaultNetwork() {
    }

    /** Puts a service on it, unless the service has networks of its own, a network mode, or no container. */
    static void join(Map<String, Mapping.Entry> service) {
        if (service.containsKey("provider") || service.containsKey("network_mode")) {
            return;
        }
        Mapping.@Nullable Entry networks = service.get("networks");
        boolean none = networks == null || Implicit.isUnset(networks.value())
                || (networks.value() instanceof Mapping mapping && mapping.entries().isEmpty());
        if (none) {
            service.put("networks", new Mapping.Entry(Position.DEFAULT, IMPLIED));
        }
    }

    /** Declares it where some service is on it. */
    static void add(Map<String, Mapping.Entry> sections, Origin origin) {
        Mapping.@Nullable Entry services = sections.get("services");
        Mapping.@Nullable Entry networks = sections.get("networks");
        boolean used = services != null && services.value() instanceof Mapping mapping
                && mapping.keys().stream().anyMatch(name -> mapping.get(name) instanceof Mapping service
                        && !service.keys().contains("provider") && !service.keys().contains("network_mode")
                        && service.get("networks") instanceof Mapping own && own.keys().contains(NAME));
        Mapping declared = networks != null && networks.value() instanceof Mapping mapping
                ? mapping
                : Mapping.empty(origin);
        if (!used || declared.keys().contains(NAME)) {
            return;
        }
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>(declared.entries());
        entries.putAll(IMPLIED.entries());
        sections.put("networks", new Mapping.Entry(declared.position(), declared.withEntries(entries)));
    }
}
