package dev.jcompose.build;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One line of a {@code .dockerignore}: a path from the context's root in which an asterisk stands for anything but a
 * slash, two asterisks for anything, a question mark for one character, brackets for one of several characters.
 *
 * @param text
 *            the pattern, cleaned, without its exclamation mark
 * @param keeps
 *            whether what it matches is kept after all
 * @param plainStart
 *            the folders that anything that it matches is in; empty for any
 */
record IgnorePattern(String text, boolean keeps, Pattern regex, String plainStart) {

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException
     *             if brackets are not closed, or nothing follows the last backslash
     */
    static IgnorePattern of(String text, boolean keeps) {
        try {
            return new IgnorePattern(text, keeps, Pattern.compile(new Translation(text).regex(), Pattern.DOTALL),
                    plainStart(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is not a pattern", e);
        }
    }

    boolean matches(String path) {
        return regex.matcher(path).matches();
    }

    private static String plainStart(String text) {
        int wild = 0;
        while (wild < text.length() && "*?[\\".indexOf(text.charAt(wild)) < 0) {
            wild++;
        }
        if (wild == text.length()) {
            return text;
        }
        int slash = text.lastIndexOf('/', wild);
        return slash < 0 || wild == 0 ? "" : text.substring(0, slash);
    }

    /** From a pattern to a regular expression. */
    private static final class Translation {
        private final String text;
        private int at;

        Translation(String text) {
            this.text = text;
        }

        String regex() {
            StringBuilder regex = new StringBuilder();
            if (text.startsWith("**") && text.length() > 2 && text.charAt(2) != '/' && isPlain(text.substring(2))) {
                return ".*" + Pattern.quote(text.substring(2));
            }
            while (at < text.length()) {
                char c = text.charAt(at++);
                switch (c) {
                    case '*' -> regex.append(asterisks());
                    case '?' -> regex.append("[^/]");
                    case '[' -> regex.append(oneOf());
                    case '\\' -> {
                        if (at == text.length()) {
                            throw new IllegalArgumentException("'" + text + "': nothing follows the backslash");
                        }
                        regex.append(Pattern.quote(text.substring(at, at + 1)));
                        at++;
                    }
                    default -> regex.append(Pattern.quote(String.valueOf(c)));
                }
            }
            return regex.toString();
        }

        private static boolean isPlain(String rest) {
            return rest.chars().noneMatch(c -> "*?[\\".indexOf(c) >= 0);
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

        private String oneOf() {
            StringBuilder set = new StringBuilder("[");
            if (at < text.length() && text.charAt(at) == '^') {
                set.append('^');
                at++;
            }
            int first = at;
            while (at < text.length() && (text.charAt(at) != ']' || at == first)) {
                char c = text.charAt(at++);
                if (c == '\\' && at < text.length()) {
                    set.append('\\').append(text.charAt(at++));
                } else {
                    set.append("[]&^".indexOf(c) >= 0 ? "\\" : "").append(c);
                }
            }
            if (at == text.length()) {
                throw new IllegalArgumentException("'" + text + "': the bracket is not closed");
            }
            at++;
            return set.append(']').toString();
        }
    }
}
