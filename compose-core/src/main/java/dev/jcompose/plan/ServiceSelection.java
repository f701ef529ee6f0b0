package dev.jcompose.plan;

import dev.jcompose.graph.ServiceGraph;
import dev.jcompose.model.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The services that take part in a command.
 *
 * @param named
 *            those the user named; all where none was named
 * @param taking
 *            the named ones and, where wanted, what they depend on, each after its dependencies
 * @param graph
 *            of all services of the project
 */
public record ServiceSelection(Set<String> named, List<String> taking, ServiceGraph graph) {

    /** Which way the selection grows from the named services. */
    public enum Direction {
        /** Not at all. */
        ALONE,
        /** To what they depend on. */
        WITH_DEPENDENCIES,
        /** To what depends on them. */
        WITH_DEPENDENTS
    }

    /**
     * Selects services.
     *
     * @throws UnknownServiceException
     *             if a name is not a service of the project
     */
    public static ServiceSelection of(Project project, List<String> names, Direction direction) {
        ServiceGraph graph = graphOf(project);
        for (String name : names) {
            if (!project.services().containsKey(name)) {
                throw new UnknownServiceException(name, graph.order());
            }
        }
        if (names.isEmpty()) {
            return new ServiceSelection(Set.copyOf(graph.order()), graph.order(), graph);
        }
        List<String> taking = switch (direction) {
            case ALONE -> graph.order().stream().filter(names::contains).toList();
            case WITH_DEPENDENCIES -> graph.withDependencies(names);
            case WITH_DEPENDENTS -> graph.withDependents(names);
        };
        return new ServiceSelection(Set.copyOf(names), taking, graph);
    }

    private static ServiceGraph graphOf(Project project) {
        Map<String, Set<String>> dependencies = new HashMap<>();
        project.services().forEach((name, service) -> dependencies.put(name, service.dependsOn().keySet()));
        return ServiceGraph.of(dependencies);
    }
}
