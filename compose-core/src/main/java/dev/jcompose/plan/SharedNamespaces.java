package dev.jcompose.plan;

import dev.jcompose.model.Service;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The services whose containers a service's containers are tied to by id. */
final class SharedNamespaces {
    private static final String SERVICE = "service:";
    private static final String CONTAINER = "container:";

    private SharedNamespaces() {
    }

    /** Services named in {@code network_mode}, {@code ipc}, {@code pid} and {@code volumes_from}, sorted. */
    static Set<String> parentsOf(Service service) {
        Set<String> parents = new TreeSet<>();
        addMode(parents, service.networking().networkMode());
        addMode(parents, service.namespaces().ipc());
        addMode(parents, service.namespaces().pid());
        for (String from : service.mounts().volumesFrom()) {
            if (!from.startsWith(CONTAINER)) {
                int colon = from.indexOf(':');
                parents.add(colon < 0 ? from : from.substring(0, colon));
            }
        }
        return parents;
    }

    private static void addMode(Set<String> parents, @Nullable String mode) {
        if (mode != null && mode.startsWith(SERVICE)) {
            parents.add(mode.substring(SERVICE.length()));
        }
    }
}
