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
 */
record IgnorePattern(String text, boolean keeps, Pattern regex) {
    private static final String WILD = "*?[]\\";

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException
     *             if brackets are not closed or empty, or nothing follows the last backslash
     */
    static IgnorePattern of(String text, boolean keeps) {
        new PatternCheck(text).run();
        try {
            return new IgnorePattern(text, keeps, regex(text));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is not a pattern", e);
        }
    }

    boolean matches(String path) {
        return regex.matcher(path).matches();
    }

    /** Three simple forms are compared as texts, and not quite as the same would be inside of a longer pattern. */
    private static Pattern regex(String text) {
        if (text.startsWith("**") && isPlain(text.substring(2))) {
            String rest = text.substring(2);
            return Pattern.compile(rest.startsWith("/")
                    ? "(?s)(.*/)?" + Pattern.quote(rest.substring(1))
                    : "(?s).*" + Pattern.quote(rest));
        }
        String start = text.endsWith("**") ? text.substring(0, text.length() - 2) : text;
        if (isPlain(start)) {
            return Pattern.compile("(?s)" + Pattern.quote(start) + (start.equals(text) ? "" : ".*"));
        }
        return Pattern.compile(new PatternTranslation(text).regex(), Pattern.UNIX_LINES);
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> WILD.indexOf(c) >= 0);
    }
}
