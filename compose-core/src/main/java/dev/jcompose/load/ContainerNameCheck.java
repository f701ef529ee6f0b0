package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Scalar;
import java.util.HashMap;
import java.util.Map;

/** Finds services that ask for the same {@code container_name}. */
final class ContainerNameCheck {
    private ContainerNameCheck() {
    }

    static void of(Map<String, Mapping.Entry> services, Site at) {
        Map<String, Scalar> taken = new HashMap<>();
        services.forEach((name, entry) -> {
            if (Tree.get(entry.value(), "container_name") instanceof Scalar given && !given.text().isEmpty()) {
                Scalar before = taken.putIfAbsent(given.text(), given);
                if (before != null) {
                    at.key(name).key("container_name").error(given,
                            "'" + given.text() + "' is taken, at " + before.position(), "names are unique: change one");
                }
            }
        });
    }
}
