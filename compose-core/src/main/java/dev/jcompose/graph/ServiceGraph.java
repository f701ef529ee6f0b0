package dev.jcompose.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.traverse.NotDirectedAcyclicGraphException;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * An immutable graph of services; an edge leads from a dependency to the service that needs it. Among services that do
 * not depend on one another the order is alphabetical, so that every result is the same for any order in the file. Safe
 * for use by several threads.
 */
public final class ServiceGraph {
    private final Dependencies graph;
    private final List<String> order;

    private ServiceGraph(Dependencies graph, List<String> order) {
        this.graph = graph;
        this.order = order;
    }

    /**
     * Builds the graph.
     *
     * @param dependencies
     *            for every service the names it depends on; names that are not keys are passed over
     * @throws CycleException
     *             if services depend on one another in a circle
     */
    public static ServiceGraph of(Map<String, ? extends Collection<String>> dependencies) {
        Dependencies graph = new Dependencies();
        Set<String> names = new TreeSet<>(dependencies.keySet());
        names.forEach(graph::addVertex);
        for (String name : names) {
            for (String dependency : new TreeSet<>(dependencies.get(name))) {
                if (dependency.equals(name)) {
                    throw new CycleException(List.of(name, name));
                }
                if (names.contains(dependency)) {
                    graph.addEdge(dependency, name);
                }
            }
        }
        List<String> order = new ArrayList<>(names.size());
        try {
            new TopologicalOrderIterator<>(graph, String::compareTo).forEachRemaining(order::add);
        } catch (NotDirectedAcyclicGraphException cyclic) {
            throw new CycleException(spellOut(graph, circle(graph)));
        }
        return new ServiceGraph(graph, List.copyOf(order));
    }

    /** All services, each after everything it depends on. */
    public List<String> order() {
        return order;
    }

    /** All services, each before everything it depends on. */
    public List<String> reverseOrder() {
        return order.reversed();
    }

    /** What a service depends on directly, sorted. */
    public Set<String> dependenciesOf(String service) {
        Set<String> names = new TreeSet<>();
        graph.incomingEdgesOf(service).forEach(edge -> names.add(graph.getEdgeSource(edge)));
        return names;
    }

    /** What depends on a service directly, sorted. */
    public Set<String> dependentsOf(String service) {
        Set<String> names = new TreeSet<>();
        graph.outgoingEdgesOf(service).forEach(edge -> names.add(graph.getEdgeTarget(edge)));
        return names;
    }

    /** Some services and everything they depend on, directly or not, in {@link #order()}. */
    public List<String> withDependencies(Collection<String> services) {
        return inOrder(closure(services, true));
    }

    /** Some services and everything that depends on them, directly or not, in {@link #order()}. */
    public List<String> withDependents(Collection<String> services) {
        return inOrder(closure(services, false));
    }

    private List<String> inOrder(Set<String> some) {
        return order.stream().filter(some::contains).toList();
    }

    private Set<String> closure(Collection<String> start, boolean towardsDependencies) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            String next = open.pop();
            if (graph.containsVertex(next) && found.add(next)) {
                open.addAll(towardsDependencies ? dependenciesOf(next) : dependentsOf(next));
            }
        }
        return found;
    }

    /** The services of a circle: of the one that comes first in the alphabet, where there are several. */
    private static Set<String> circle(Dependencies graph) {
        return new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets().stream()
                .filter(set -> set.size() > 1)
                .min((a, b) -> first(a).compareTo(first(b)))
                .orElseThrow();
    }

    private static String first(Set<String> names) {
        return new TreeSet<>(names).first();
    }

    /** Follows dependencies inside a strongly connected set until a service is met again. */
    private static List<String> spellOut(Dependencies graph, Set<String> circle) {
        Set<String> path = new LinkedHashSet<>();
        String at = first(circle);
        while (path.add(at)) {
            TreeSet<String> next = new TreeSet<>();
            graph.incomingEdgesOf(at).forEach(edge -> next.add(graph.getEdgeSource(edge)));
            next.retainAll(circle);
            at = next.first();
        }
        List<String> spelled = new ArrayList<>(path);
        spelled = new ArrayList<>(spelled.subList(spelled.indexOf(at), spelled.size()));
        spelled.add(at);
        return spelled;
    }
}
