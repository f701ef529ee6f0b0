package dev.jcompose.build;

/** Whether a pattern is well formed, by the rules of Go's {@code path/filepath.Match}, which Docker checks them by. */
final class PatternCheck {
    private final String text;
    private int at;

    PatternCheck(String text) {
        this.text = text;
    }

    /**
     * Reads to the end.
     *
     * @throws IllegalArgumentException
     *             if it is not
     */
    void run() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escaped();
            } else if (c == '[') {
                set();
            }
        }
    }

    private void escaped() {
        if (at == text.length()) {
            throw new IllegalArgumentException("'" + text + "': nothing follows the backslash");
        }
        at++;
    }

    private void set() {
        if (isNext('^')) {
            at++;
        }
        do {
            bound();
            if (isNext('-')) {
                at++;
                bound();
            }
        } while (!isNext(']'));
        at++;
    }

    private void bound() {
        if (isNext('-') || isNext(']')) {
            throw new IllegalArgumentException("'" + text + "': '" + text.charAt(at) + "' cannot be here in brackets");
        }
        if (isNext('\\')) {
            at++;
            escaped();
        } else {
            at++;
        }
        if (at >= text.length()) {
            throw new IllegalArgumentException("'" + text + "': the bracket is not closed");
        }
    }

    private boolean isNext(char c) {
        return at < text.length() && text.charAt(at) == c;
    }
}
