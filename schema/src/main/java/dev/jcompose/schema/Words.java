package dev.jcompose.schema;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists of words, and the word that was probably meant. */
final class Words {
    private Words() {
    }

    /** {@code a, b or c}. */
    static String either(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** The known word that a wrong one was probably meant to be: at most a third of its letters differ. */
    static Optional<String> nearest(String wrong, Collection<String> known) {
        String word = plain(wrong);
        int best = Math.max(1, word.length() / 3) + 1;
        String nearest = null;
        for (String each : known) {
            String candidate = plain(each);
            if (Math.abs(candidate.length() - word.length()) < best) {
                int distance = distance(word, candidate);
                if (distance < best) {
                    best = distance;
                    nearest = each;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Letters to insert, to remove, to change, or pairs of neighbours to swap. */
    private static int distance(String from, String to) {
        int[] twoBack = new int[to.length() + 1];
        int[] back = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            back[j] = j;
        }
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
