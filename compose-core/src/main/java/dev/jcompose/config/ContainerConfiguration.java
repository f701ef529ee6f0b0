package dev.jcompose.config;

import dev.jcompose.yaml.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a service shapes its containers: the part of its subtree that the config hash digests, in the order and with
 * the omissions of docker compose's JSON. Pure functions.
 */
public final class ContainerConfiguration {
    private static final List<String> NOT_OF_THE_CONTAINER = List.of("build", "pull_policy", "scale", "depends_on",
            "profiles");

    private ContainerConfiguration() {
    }

    /** That part of a service's canonical subtree; keys and values keep their positions. */
    public static Mapping of(Mapping service) {
        Map<String, Mapping.Entry> shaping = new LinkedHashMap<>(service.entries());
        NOT_OF_THE_CONTAINER.forEach(shaping::remove);
        shaping.computeIfPresent("deploy", (key, entry) -> entry.value() instanceof Mapping deploy
                ? new Mapping.Entry(entry.keyPosition(), deploy.without("replicas"))
                : entry);
        return (Mapping) Shapes.SERVICE.arrange(service.withEntries(shaping), Format.JSON);
    }

    /** A tree as JSON in one line. */
    public static String json(Mapping tree) {
        return JsonText.compact(tree);
    }
}
