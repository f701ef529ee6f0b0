package dev.jcompose.graph;

import dev.jcompose.source.ComposeException;
import java.util.List;

/** Services that depend on one another in a circle. */
public final class CycleException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> path;

    CycleException(List<String> path) {
        super("dependency cycle: " + String.join(" → ", path));
        this.path = List.copyOf(path);
    }

    /** The circle, each service followed by one that it depends on; the first stands again at the end. */
    public List<String> path() {
        return path;
    }
}
