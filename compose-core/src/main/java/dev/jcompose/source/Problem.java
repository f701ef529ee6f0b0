package dev.jcompose.source;

/**
 * One thing wrong, with its place and its mend.
 *
 * @param position
 *            the value at fault, in the file that supplied it
 * @param path
 *            the attribute; {@link YamlPath#ROOT} where the file as a whole is at fault
 * @param message
 *            what is wrong, a phrase without a full stop
 * @param hint
 *            what to do about it; may be empty
 * @param severity
 *            whether the load fails for it
 */
public record Problem(Position position, YamlPath path, String message, String hint, Severity severity) {
    /** In characters; what is longer quotes a text that nobody reads to its end. */
    private static final int LONGEST = 2_000;

    /**
     * Message and hint are shortened in the middle where they are very long, and characters that a terminal would obey
     * are spelled out.
     */
    public Problem {
        message = forPeople(message);
        hint = forPeople(hint);
    }

    /** Whether a problem stops the work. */
    public enum Severity {
        /** The project cannot be used. */
        ERROR,
        /** The project can be used, but probably does not mean what it says. */
        WARNING
    }

    /** An error without a hint. */
    public static Problem error(Position position, YamlPath path, String message) {
        return new Problem(position, path, message, "", Severity.ERROR);
    }

    /** An error with a hint. */
    public static Problem error(Position position, YamlPath path, String message, String hint) {
        return new Problem(position, path, message, hint, Severity.ERROR);
    }

    /** A warning, with a hint that may be empty. */
    public static Problem warning(Position position, YamlPath path, String message, String hint) {
        return new Problem(position, path, message, hint, Severity.WARNING);
    }

    /** The same as an error, for those who want no warnings. */
    public Problem asError() {
        return new Problem(position, path, message, hint, Severity.ERROR);
    }

    /** {@code compose.yaml:8:5: services.web.bild: unknown attribute; did you mean 'build'?}. */
    @Override
    public String toString() {
        return (position.equals(Position.NOWHERE) ? "" : position + ": ")
                + (path.size() == 0 ? "" : forPeople(path.toString()) + ": ")
                + message + (hint.isEmpty() ? "" : "; " + hint);
    }

    private static String forPeople(String text) {
        String some = shortened(text);
        if (some.chars().noneMatch(Problem::isObeyed)) {
            return some;
        }
        StringBuilder plain = new StringBuilder();
        some.chars().forEach(c -> plain.append(isObeyed(c) ? "\\x%02x".formatted(c) : Character.toString(c)));
        return plain.toString();
    }

    private static boolean isObeyed(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " […] " + text.substring(text.length() - LONGEST / 2);
    }
}
