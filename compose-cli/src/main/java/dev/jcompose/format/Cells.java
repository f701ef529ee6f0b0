package dev.jcompose.format;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many columns of a terminal a text takes. */
public final class Cells {
    /** First and last of each range of wide characters that are no pictures (Unicode Standard Annex 11). */
    private static final int[] WIDE = {0x1100, 0x115f, 0x2e80, 0x303e, 0x3040, 0xa4cf, 0xa960, 0xa97c, 0xac00, 0xd7a3,
            0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f200, 0x1f265, 0x20000,
            0x3fffd};
    /** Vowels and final consonants, which join the syllable before them. */
    private static final int FIRST_JOINING_JAMO = 0x1160;
    private static final int LAST_JOINING_JAMO = 0x11ff;
    /** Asks for the character before it to be shown as a picture. */
    private static final int AS_PICTURE = 0xfe0f;

    private Cells() {
    }

    /** The sum over what is seen as one character each: two for East Asian ones and pictures, however composed. */
    public static int width(String text) {
        return isPlain(text) ? text.length() : characters(text).stream().mapToInt(Cells::widthOfOne).sum();
    }

    /** The text, or as much of it as fits with an ellipsis. */
    public static String shortened(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (String next : characters(text)) {
            used += widthOfOne(next);
            if (used > width - 1) {
                break;
            }
            kept.append(next);
        }
        return kept.append('…').toString();
    }

    /** The text, filled up with blanks. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(each -> each >= ' ' && each < 0x7f);
    }

    /** Cut between what is seen as one character each, such as a letter with its accents or a flag. */
    private static List<String> characters(String text) {
        BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
        borders.setText(text);
        List<String> characters = new ArrayList<>();
        int start = borders.first();
        for (int end = borders.next(); end != BreakIterator.DONE; end = borders.next()) {
            characters.add(text.substring(start, end));
            start = end;
        }
        return characters;
    }

    private static int widthOfOne(String character) {
        return character.indexOf(AS_PICTURE) > 0 ? 2 : character.codePoints().map(Cells::width).max().orElse(0);
    }

    private static int width(int character) {
        int type = Character.getType(character);
        boolean joins = character >= FIRST_JOINING_JAMO && character <= LAST_JOINING_JAMO;
        if (joins || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT || type == Character.CONTROL) {
            return 0;
        }
        return (Character.isEmojiPresentation(character) || isWide(character)) ? 2 : 1;
    }

    private static boolean isWide(int character) {
        for (int range = 0; range < WIDE.length && character >= WIDE[range]; range += 2) {
            if (character <= WIDE[range + 1]) {
                return true;
            }
        }
        return false;
    }
}
