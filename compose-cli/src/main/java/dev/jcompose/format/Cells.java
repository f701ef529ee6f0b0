package dev.jcompose.format;

/** How many columns of a terminal a text takes. */
public final class Cells {
    /** First and last of each range of wide characters. */
    private static final int[] WIDE = {0x1100, 0x115f, 0x2e80, 0x303e, 0x3040, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff,
            0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f900, 0x1f9ff, 0x20000, 0x3fffd};

    private Cells() {
    }

    /** The sum over the text's characters: two for East Asian and picture ones, none for combining ones. */
    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** The text, or as much of it as fits with an ellipsis. */
    public static String shortened(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int next = text.codePointAt(at);
            used += width(next);
            if (used > width - 1) {
                break;
            }
            kept.appendCodePoint(next);
        }
        return kept.append('…').toString();
    }

    /** The text, filled up with blanks. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
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
