package dev.jcompose.words;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. Pure. */
public final class Nearest {
    /** Longer words, and more of them, are not compared: that would take longer than a person waits. */
    private static final int TOO_MUCH = 2_000;

    private Nearest() {
    }

    /**
     * The closest of the known words, if one is close: at most a third of the letters of the wrong one differ, and one
     * letter may always differ, but not all of them. Neighbours that changed places count once; upper and lower case,
     * and hyphen and underscore, are the same. Of words that are as close, one with the same first letter was meant.
     */
    public static Optional<String> to(String wrong, Collection<String> known) {
        if (known.size() > TOO_MUCH || wrong.length() > TOO_MUCH) {
            return Optional.empty();
        }
        String word = plain(wrong);
        int best = Math.max(1, word.length() / 3) + 1;
        String nearest = null;
        for (String each : known.stream().sorted(likeliest(word)).toList()) {
            String candidate = plain(each);
            int limit = Math.min(best, Math.max(word.length(), candidate.length()));
            if (Math.abs(candidate.length() - word.length()) < limit) {
                int distance = distance(word, candidate);
                if (distance < limit) {
                    best = distance;
                    nearest = each;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static Comparator<String> likeliest(String word) {
        return Comparator.comparing((String each) -> word.isEmpty() || !plain(each).startsWith(word.substring(0, 1)))
                .thenComparing(Comparator.naturalOrder());
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Letters to insert, to remove, to change, or pairs of neighbours to swap. */
    private static int distance(String from, String to) {
        int[] twoBack = new int[to.length() + 1];
        int[] back = new int[to.length() + 1];
        Arrays.setAll(back, j -> j);
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], back[j]) + 1, back[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            twoBack = back;
            back = row;
        }
        return back[to.length()];
    }
}
