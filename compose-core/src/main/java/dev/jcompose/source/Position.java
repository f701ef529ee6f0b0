package dev.jcompose.source;

/**
 * A place in a file.
 *
 * @param file
 *            the file's name as a person should read it (such that it is found from the folder where the load was asked for), or a
 *            pseudo name in angle brackets such as {@code <stdin>} or {@code <default>}; empty where no file is meant
 * @param line
 *            1-based; 0 where the file as a whole is meant
 * @param column
 *            1-based, counted in code points; 0 where the file as a whole is meant
 */
public record Position(String file, int line, int column) implements Comparable<Position> {
    /** What the program supplied itself, such as the default network. */
    public static final Position DEFAULT = new Position("<default>", 1, 1);

    /** What stands in no file: a word of the command line. */
    public static final Position NOWHERE = whole("");

    /** A file or folder as a whole, also one that is missing. */
    public static Position whole(String file) {
        return new Position(file, 0, 0);
    }

    @Override
    public int compareTo(Position other) {
        // Not by comparators put together: every command would pay for making their lambdas.
        int order = file.compareTo(other.file);
        order = order == 0 ? Integer.compare(line, other.line) : order;
        return order == 0 ? Integer.compare(column, other.column) : order;
    }

    /** {@code compose.yaml:8:5}; the file alone where it is meant as a whole. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
