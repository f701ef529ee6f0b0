package dev.jcompose.config;

import java.util.Comparator;

/** Keys as people sort them: {@code a2} before {@code a10}, letters after everything else unless digits go before. */
final class NaturalOrder {
    static final Comparator<String> KEYS = NaturalOrder::compare;

    private NaturalOrder() {
    }

    private static int compare(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        boolean afterDigit = false;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            if (a[i] != b[i]) {
                return different(a, b, i, afterDigit);
            }
            afterDigit = Character.isDigit(a[i]);
        }
        return Integer.compare(a.length, b.length);
    }

    /** At i the two differ; all before is the same. */
    private static int different(int[] a, int[] b, int i, boolean afterDigit) {
        boolean letterA = Character.isLetter(a[i]);
        boolean letterB = Character.isLetter(b[i]);
        if (letterA && letterB) {
            return Integer.compare(a[i], b[i]);
        }
        if (letterA || letterB) {
            return letterA == afterDigit ? -1 : 1;
        }
        long start = (a[i] == '0' || b[i] == '0') && followsNumber(a, i) ? 1 : 0;
        long[] numberA = number(a, i, start);
        long[] numberB = number(b, i, start);
        if (numberA[0] != numberB[0]) {
            return Long.compare(numberA[0], numberB[0]);
        }
        return numberA[1] != numberB[1] ? Long.compare(numberA[1], numberB[1]) : Integer.compare(a[i], b[i]);
    }

    private static boolean followsNumber(int[] key, int end) {
        for (int i = end - 1; i >= 0 && Character.isDigit(key[i]); i--) {
            if (key[i] != '0') {
                return true;
            }
        }
        return false;
    }

    /** The number that begins at i, and where it ends. */
    private static long[] number(int[] key, int i, long start) {
        long number = start;
        int end = i;
        for (; end < key.length && Character.isDigit(key[end]); end++) {
            number = number * 10 + (key[end] - '0');
        }
        return new long[]{number, end};
    }
}
