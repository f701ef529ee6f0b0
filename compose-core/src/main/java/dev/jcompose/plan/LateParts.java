package dev.jcompose.plan;

import dev.jcompose.yaml.Mapping;
import java.util.List;
import java.util.Map;

/**
 * What of a container depends on containers that the same plan may make: their ids. Whoever carries the plan out puts
 * the ids in place of the references, and only then can tell the configuration's hash.
 *
 * @param hashed
 *            the service's canonical subtree
 * @param parents
 *            by service, the container that {@code service:NAME} and {@code volumes_from} stand for
 */
public record LateParts(Mapping hashed, Map<String, ContainerRef> parents) {
    public LateParts { parents = Map.copyOf(parents); }
}
