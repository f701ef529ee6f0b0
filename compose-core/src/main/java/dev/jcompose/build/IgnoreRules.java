package dev.jcompose.build;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
        return of(Stream.of(withoutMark.split("\n", -1)).filter(line -> !line.startsWith("#")).toList());
    }

    /**
     * Reads patterns, each as a line of such a file but without comments.
     *
     * @throws IllegalArgumentException
     *             if one of them is not a pattern
     */
    public static IgnoreRules of(List<String> lines) {
        return new IgnoreRules(lines.stream().map(IgnoreRules::cleanedLine).filter(line -> !line.isEmpty())
                .map(IgnoreRules::pattern).toList());
    }

    private static String cleanedLine(String line) {
        String pattern = line.strip();
        if (!pattern.startsWith("!")) {
            return pattern.isEmpty() ? "" : cleaned(pattern);
        }
        String kept = pattern.substring(1).strip();
        // Docker cleans twice, and the second time the exclamation mark is part of a name: "!../.." is ".".
        return cleaned("!" + (kept.isEmpty() ? "" : cleaned(kept)));
    }

    private static IgnorePattern pattern(String line) {
        boolean keeps = line.startsWith("!");
        if (keeps && line.length() == 1) {
            throw new IllegalArgumentException("'!' is not a pattern: nothing follows it");
        }
        return IgnorePattern.of(keeps ? line.substring(1) : line, keeps);
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
         * Whether something further down is kept though this folder is left out. As with Docker, a line that begins
         * with a wildcard does not bring back what is in a folder that is left out.
         *
         * @param path
         *            this folder, from the context's root
         */
        public boolean mayHoldKept(String path) {
            return patterns.stream().anyMatch(
                    pattern -> pattern.keeps() && (pattern.text() + "/").startsWith(path + "/"));
        }
    }
}
