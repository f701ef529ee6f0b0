package dev.jcompose.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a {@code .dockerignore}, read as Docker reads them (Docker documentation, "Build context", ".dockerignore
 * files"): the last line that matches a path or a folder that it is in decides. Immutable.
 */
public final class IgnoreRules {
    /** Ignores nothing. */
    public static final IgnoreRules NONE = new IgnoreRules(List.of());

    private final List<IgnorePattern> patterns;

    private IgnoreRules(List<IgnorePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * Reads the text of such a file.
     *
     * @throws IllegalArgumentException
     *             if a line is not a pattern
     */
    public static IgnoreRules parse(String text) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return of(withoutMark.lines().filter(line -> !line.startsWith("#")).toList());
    }

    /**
     * Reads patterns, each as a line of such a file but without comments.
     *
     * @throws IllegalArgumentException
     *             if one of them is not a pattern
     */
    public static IgnoreRules of(List<String> lines) {
        List<IgnorePattern> patterns = new ArrayList<>();
        for (String line : lines) {
            String pattern = line.strip();
            boolean keeps = pattern.startsWith("!");
            if (keeps) {
                pattern = pattern.substring(1).strip();
                if (pattern.isEmpty()) {
                    throw new IllegalArgumentException("'!' is not a pattern: nothing follows it");
                }
            }
            if (!pattern.isEmpty()) {
                patterns.add(IgnorePattern.of(cleaned(pattern), keeps));
            }
        }
        return new IgnoreRules(patterns);
    }

    /** Without a slash at either end, and without steps that lead nowhere. */
    private static String cleaned(String pattern) {
        List<String> parts = new ArrayList<>();
        boolean rooted = pattern.startsWith("/");
        for (String part : pattern.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && rooted)) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            return rooted ? "/" : ".";
        }
        return String.join("/", parts);
    }

    /**
     * Whether a path is left out. Where a tree is walked, {@link #root()} is quicker.
     *
     * @param path
     *            from the context's root, with slashes, neither first nor last
     */
    public boolean ignores(String path) {
        Place place = root();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            place = place.child(path.substring(0, slash));
        }
        return place.child(path).ignored();
    }

    /** Where a walk through a tree begins. */
    public Place root() {
        return new Place(null, false);
    }

    /** A folder or file met on a walk. */
    public final class Place {
        private final boolean @Nullable [] matched;
        private final boolean ignored;

        private Place(boolean @Nullable [] matched, boolean ignored) {
            this.matched = matched;
            this.ignored = ignored;
        }

        /** Whether it is left out. */
        public boolean ignored() {
            return ignored;
        }

        /**
         * Something in this folder.
         *
         * @param path
         *            from the context's root
         */
        public Place child(String path) {
            boolean[] now = new boolean[patterns.size()];
            boolean out = false;
            for (int i = 0; i < now.length; i++) {
                IgnorePattern pattern = patterns.get(i);
                boolean inherited = matched != null && matched[i];
                // a pattern that would change nothing is not tried, here or for what is further down
                now[i] = inherited || (pattern.keeps() == out && pattern.matches(path));
                if (now[i]) {
                    out = !pattern.keeps();
                }
            }
            return new Place(now, out);
        }

        /**
         * Whether something further down may be kept though this folder is left out.
         *
         * @param path
         *            this folder, from the context's root
         */
        public boolean mayHoldKept(String path) {
            String inside = path + "/";
            return patterns.stream().filter(IgnorePattern::keeps)
                    .anyMatch(pattern -> pattern.plainStart().isEmpty()
                            || (pattern.plainStart() + "/").startsWith(inside)
                            || inside.startsWith(pattern.plainStart() + "/"));
        }
    }
}
