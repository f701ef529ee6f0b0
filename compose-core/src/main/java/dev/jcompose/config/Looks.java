package dev.jcompose.config;

/**
 * Which styles can carry a text.
 *
 * @param plain
 *            without quotes, in one line
 * @param single
 *            in single quotes
 * @param block
 *            as a literal block
 */
record Looks(boolean plain, boolean single, boolean block) {
    private static final String INDICATORS = "#,[]{}&*!|>'\"%@`";

    static Looks of(String text) {
        if (text.isEmpty()) {
            return new Looks(true, true, false);
        }
        boolean indicators = text.startsWith("---") || text.startsWith("...") || startsAsOther(text);
        boolean breaks = false;
        boolean special = false;
        boolean tabs = false;
        boolean spaceBeforeBreak = false;
        boolean breakBeforeSpace = false;
        int before = ' ';
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean blankNext = i + 1 >= text.length() || isBlank(text.charAt(i + 1));
            indicators |= i > 0 && ((c == ':' && blankNext) || (c == '#' && (isBlank(before) || isBreak(before))));
            tabs |= c == '\t';
            special |= c != '\t' && !isPrintable(c);
            breaks |= isBreak(c);
            spaceBeforeBreak |= i > 0 && isBreak(c) && before == ' ';
            breakBeforeSpace |= i > 0 && c == ' ' && isBreak(before);
            before = c;
        }
        char first = text.charAt(0);
        boolean leading = first == ' ' || isBreak(first);
        boolean trailingSpace = before == ' ';
        boolean single = !(breakBeforeSpace || spaceBeforeBreak || tabs || special);
        boolean plain = single && !(leading || trailingSpace || breaks || indicators);
        return new Looks(plain, single, !(trailingSpace || spaceBeforeBreak || special));
    }

    private static boolean startsAsOther(String text) {
        char first = text.charAt(0);
        boolean blankNext = text.length() == 1 || isBlank(text.charAt(1));
        return INDICATORS.indexOf(first) >= 0 || ((first == '?' || first == ':' || first == '-') && blankNext);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Characters beyond the basic plane are escaped too. */
    static boolean isPrintable(int c) {
        return c == '\n' || (c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff);
    }
}
