package dev.jcompose.source;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file
 *            the file's name as a person should read it (relative to the project's folder where it is below it), or a
 *            pseudo name in angle brackets such as {@code <stdin>} or {@code <default>}
 * @param line
 *            1-based
 * @param column
 *            1-based, counted in code points
 */
public record Position(String file, int line, int column) implements Comparable<Position> {
    /** What the program supplied itself, such as the default network. */
    public static final Position DEFAULT = new Position("<default>", 1, 1);

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::file)
            .thenComparingInt(Position::line)
            .thenComparingInt(Position::column);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** {@code compose.yaml:8:5}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
