package dev.jcompose.load;

import java.util.Collection;
import java.util.TreeSet;

/** Says what exists where something does not. Pure. */
public final class Known {
    private static final int MOST = 10;
    /** Among more names than this none is looked for. */
    private static final int TOO_MANY = 2_000;

    private Known() {
    }

    /** {@code did you mean 'db'?}, else {@code defined: cache, db}, with at most ten names. */
    public static String hint(String name, Collection<String> names) {
        if (names.size() > TOO_MANY || name.length() > TOO_MANY) {
            return names(names);
        }
        String closest = "";
        int least = name.length() < 3 ? 1 : 1 + Math.max(1, name.length() / 3);
        for (String each : new TreeSet<>(names)) {
            int distance = distance(name, each, least);
            if (distance < least) {
                least = distance;
                closest = each;
            }
        }
        if (!closest.isEmpty()) {
            return "did you mean '" + closest + "'?";
        }
        return names(names);
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

    /** How many letters differ, at most {@code limit}; two neighbours that changed places count once. */
    private static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) >= limit) {
            return limit;
        }
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(one, other, steps, i, j);
            }
        }
        return Math.min(limit, steps[one.length()][other.length()]);
    }

    private static int step(String one, String other, int[][] steps, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
