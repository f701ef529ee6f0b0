package dev.jcompose.engine;

import dev.jcompose.model.Service;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.YamlReader;
import java.util.Map;

/** Containers to create, from a service's canonical YAML. */
public final class Specs {
    private Specs() {
    }

    /** A service called {@code web}. */
    public static Service service(String yaml) {
        return Service.decode("web", (Mapping) YamlReader.read("compose.yaml", yaml).getFirst());
    }

    /** A container of busybox. */
    public static ContainerSpec container(String name, Map<String, String> labels, String yaml) {
        return ContainerSpec.of(name, "busybox:latest", service(yaml)).withLabels(labels);
    }
}
