package dev.jcompose.build;

/**
 * From a pattern to the regular expression that Docker makes of it, character by character and also within brackets,
 * written down as Java wants it.
 */
final class PatternTranslation {
    private static final String NOT_SPECIAL = ".+()|{}$";

    private final String text;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private boolean inBrackets;

    PatternTranslation(String text) {
        this.text = text;
    }

    String regex() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '*') {
                put(asterisks());
            } else if (c == '?') {
                put("[^/]");
            } else if (c == '\\') {
                regex.append('\\').append(text.charAt(at++));
            } else if (NOT_SPECIAL.indexOf(c) >= 0) {
                regex.append('\\').append(c);
            } else {
                put(String.valueOf(c));
            }
        }
        return regex.toString();
    }

    /** Two asterisks and a slash also stand for nothing at all. */
    private String asterisks() {
        if (at >= text.length() || text.charAt(at) != '*') {
            return "[^/]*";
        }
        at++;
        if (at < text.length() && text.charAt(at) == '/') {
            at++;
        }
        return at == text.length() ? ".*" : "(.*/)?";
    }

    /** Java, other than Go, reads brackets in brackets, and intersections. */
    private void put(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (inBrackets && (c == '[' || c == '&')) {
                regex.append('\\');
            } else if (c == '[') {
                inBrackets = true;
            } else if (c == ']') {
                inBrackets = false;
            }
            regex.append(c);
        }
    }
}
