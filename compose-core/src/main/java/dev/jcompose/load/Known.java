package dev.jcompose.load;

import dev.jcompose.words.Nearest;
import java.util.Collection;
import java.util.TreeSet;

/** Says what exists where something does not. Pure. */
public final class Known {
    private static final int MOST = 10;
    /** More names than this are only counted. */
    private static final int TOO_MANY = 2_000;

    private Known() {
    }

    /** {@code did you mean 'db'?}, else {@code defined: cache, db}, with at most ten names. */
    public static String hint(String name, Collection<String> names) {
        return Nearest.to(name, names).map(closest -> "did you mean '" + closest + "'?").orElseGet(() -> names(names));
    }

    /** {@code defined: cache, db}, with at most ten names. */
    public static String names(Collection<String> names) {
        if (names.isEmpty()) {
            return "none is defined";
        }
        if (names.size() > TOO_MANY) {
            return "defined are " + names.size() + " others";
        }
        String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
        return "defined: " + String.join(", ", new TreeSet<>(names).stream().limit(MOST).toList()) + more;
    }
}
