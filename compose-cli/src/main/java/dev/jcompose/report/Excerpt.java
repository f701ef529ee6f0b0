package dev.jcompose.report;

import dev.jcompose.format.Cells;
import dev.jcompose.source.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The line that a position is in, and how much of it the value there takes.
 *
 * @param number
 *            the line's, from 1
 * @param before
 *            the line up to the value
 * @param value
 *            the value, as far as it is in the line; may be empty at the line's end
 * @param after
 *            the rest
 */
record Excerpt(int number, String before, String value, String after) {
    /** How much is read of a file before it is taken for one that is not worth showing. */
    private static final int MOST = 1 << 20;

    private static final String CLOSERS = "}])";

    /** The excerpt of a file; empty if there is no such line, or no text file at all. */
    static Optional<Excerpt> of(Path file, Position position) {
        if (position.line() == 0 || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), MOST)) {
            int read = 0;
            for (int number = 1; read < MOST; number++) {
                @Nullable
                String line = lines.readLine();
                if (line == null) {
                    return Optional.empty();
                }
                if (number == position.line()) {
                    return of(line, position);
                }
                read += line.length();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The excerpt of a line; empty if it is shorter than the position says. */
    static Optional<Excerpt> of(String line, Position position) {
        String text = position.line() == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (text.codePointCount(0, text.length()) < position.column() - 1 || text.length() > MOST) {
            return Optional.empty();
        }
        int start = text.offsetByCodePoints(0, position.column() - 1);
        int end = end(text, start);
        return Optional.of(new Excerpt(position.line(), shown(text.substring(0, start)),
                shown(text.substring(start, end)), shown(text.substring(end))));
    }

    /**
     * Two lines: the number and the line, and below the value a mark. Of a line that is too long, the part around the
     * value is shown.
     *
     * @param width
     *            columns that there are
     */
    String[] lines(int width) {
        String gutter = " " + number + " | ";
        int room = Math.max(20, width - gutter.length());
        String start = before;
        if (Cells.width(before) > room / 2) {
            String kept = before.substring(before.offsetByCodePoints(before.length(),
                    -Math.min(before.codePointCount(0, before.length()), room / 2)));
            start = "…" + kept;
        }
        String line = Cells.shortened(start + value + after, room);
        int marked = Math.max(1, Math.min(Cells.width(value), room - Cells.width(start)));
        return new String[]{gutter + line,
                " ".repeat(gutter.length() - 2) + "| " + " ".repeat(Cells.width(start)) + "^" + "~".repeat(marked - 1)};
    }

    /** Where the value that begins at an index ends: its closing quote or bracket, a colon after a key, a comment. */
    private static int end(String line, int start) {
        if (start >= line.length()) {
            return line.length();
        }
        char first = line.charAt(start);
        if (first == '"' || first == '\'') {
            int close = line.indexOf(first, start + 1);
            return close < 0 ? line.stripTrailing().length() : close + 1;
        }
        int open = 0;
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean spaceNext = i + 1 == line.length() || line.charAt(i + 1) == ' ';
            if (c == '{' || c == '[') {
                open++;
            } else if (CLOSERS.indexOf(c) >= 0 && --open <= 0) {
                return open < 0 || (first != '{' && first != '[') ? Math.max(i, start + 1) : i + 1;
            } else if (open == 0 && i > start && ((c == ':' && spaceNext) || (c == ',' && spaceNext)
                    || (c == '#' && line.charAt(i - 1) == ' '))) {
                return line.substring(0, i).stripTrailing().length();
            }
        }
        return Math.max(start, line.stripTrailing().length());
    }

    /** Without what would move a terminal's cursor. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(each -> shown.appendCodePoint(each == '\t'
                ? ' '
                : Character.isISOControl(each)
                        || Character.getType(each) == Character.FORMAT ? 0xFFFD : each));
        return shown.toString();
    }
}
