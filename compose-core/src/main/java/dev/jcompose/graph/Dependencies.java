package dev.jcompose.graph;

import java.util.LinkedHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jgrapht.Graph;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractBaseGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultGraphType;
import org.jgrapht.graph.GraphSpecificsStrategy;
import org.jgrapht.graph.IntrusiveEdgesSpecifics;
import org.jgrapht.graph.UniformIntrusiveEdgesSpecifics;
import org.jgrapht.graph.specifics.DirectedSpecifics;
import org.jgrapht.graph.specifics.Specifics;

/**
 * A directed graph of names, no edge twice. The library's ready-made ones are put together from lambdas that can be
 * serialized, which no ahead-of-time cache keeps: the first graph of a process would cost more than reading its file.
 */
final class Dependencies extends AbstractBaseGraph<String, DefaultEdge> {
    private static final long serialVersionUID = 1;

    /** Without names and edges. */
    Dependencies() {
        super(null, DefaultEdge::new, new DefaultGraphType.Builder().directed().allowMultipleEdges(false)
                .allowSelfLoops(false).weighted(false).allowCycles(true).build(), new Parts());
    }

    private static final class Parts implements GraphSpecificsStrategy<String, DefaultEdge> {
        private static final long serialVersionUID = 1;

        @Override
        public Function<GraphType, IntrusiveEdgesSpecifics<String, DefaultEdge>> getIntrusiveEdgesSpecificsFactory() {
            return type -> new UniformIntrusiveEdgesSpecifics<>(new LinkedHashMap<>());
        }

        @Override
        public BiFunction<Graph<String, DefaultEdge>, GraphType, Specifics<String, DefaultEdge>> getSpecificsFactory() {
            return (graph, type) -> new DirectedSpecifics<>(graph, new LinkedHashMap<>(), getEdgeSetFactory());
        }
    }
}
