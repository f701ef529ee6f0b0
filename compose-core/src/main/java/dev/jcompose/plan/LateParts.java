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
 * @param refusals
 *            why the container cannot be made at all; told only when its turn has come, as docker compose does
 */
public record LateParts(Mapping hashed, Map<String, ContainerRef> parents, List<String> refusals) {
    public LateParts {
        parents = Map.copyOf(parents);
        refusals = List.copyOf(refusals);
    }
}
