package dev.jcompose.load;

import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Where in the tree a stage is, and where it reports to. The path is put together only when it is asked for. */
final class Site {
    private static final int MOST_VALUES = 150_000;

    /** What short forms of one document have become so far. */
    private static final class Expansions {
        private int values;
    }

    private final @Nullable Site parent;
    private final Object part;
    private final Problems problems;
    private final boolean lenient;
    private final Expansions expansions;

    private Site(@Nullable Site parent, Object part, Problems problems, boolean lenient, Expansions expansions) {
        this.expansions = expansions;
        this.parent = parent;
        this.part = part;
        this.problems = problems;
        this.lenient = lenient;
    }

    /** The whole document. */
    static Site root(Problems problems) {
        return new Site(null, "", problems, false, new Expansions());
    }

    /** The whole document, with variables still in it: what cannot be parsed yet is left alone. */
    static Site uninterpolated(Problems problems) {
        return new Site(null, "", problems, true, new Expansions());
    }

    Site key(String key) {
        return new Site(this, key, problems, lenient, expansions);
    }

    Site index(int index) {
        return new Site(this, index, problems, lenient, expansions);
    }

    /** Whether variables may still be in the values. */
    boolean lenient() {
        return lenient;
    }

    /** Whether short forms may become that many more values in this document. */
    boolean mayBecome(int values) {
        expansions.values += values;
        return expansions.values <= MOST_VALUES;
    }

    YamlPath path() {
        Deque<Object> parts = new ArrayDeque<>();
        for (Site site = this; site.parent != null; site = site.parent) {
            parts.addFirst(site.part);
        }
        return new YamlPath(new ArrayList<>(parts));
    }

    void error(Node node, String message, String hint) {
        problems.add(Problem.error(node.position(), path(), message, hint));
    }

    void warning(Node node, String message, String hint) {
        problems.add(Problem.warning(node.position(), path(), message, hint));
    }
}
