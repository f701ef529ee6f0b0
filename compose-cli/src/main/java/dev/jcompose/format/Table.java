package dev.jcompose.format;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns that line up, as wide as their widest cell needs, in the way of docker's own tables. */
public final class Table {
    /** A width that every table fits. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int LEAST_CELL = 8;

    private final int leastWidth;
    private final int padding;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(int leastWidth, int padding) {
        this.leastWidth = leastWidth;
        this.padding = padding;
    }

    /**
     * A table without rows yet.
     *
     * @param leastWidth
     *            of each column but the last, with its padding
     * @param padding
     *            blanks after the widest cell of a column
     */
    public static Table of(int leastWidth, int padding) {
        return new Table(leastWidth, padding);
    }

    /** Adds a row; rows may differ in length. */
    public Table row(List<String> cells) {
        rows.add(cells.stream().map(cell -> cell.replace('\n', ' ')).toList());
        return this;
    }

    /** One line a row, without blanks at the end. */
    @Override
    public String toString() {
        return toString(UNLIMITED);
    }

    /**
     * One line a row, without blanks at the end, each no wider than this where that can be had by shortening cells: the
     * widest columns give first, the first column last, and none gets narrower than its heading.
     *
     * @param limit
     *            columns of the terminal; {@link #UNLIMITED} shortens nothing
     */
    public String toString(int limit) {
        int[] widths = widths(limit);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                String cell = Cells.shortened(row.get(column), widths[column]);
                text.append(column == row.size() - 1
                        ? cell
                        : Cells.padded(cell, Math.max(leastWidth, widths[column] + padding)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** What the widest cell of each column may take. */
    private int[] widths(int limit) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], Cells.width(row.get(column)));
            }
        }
        while (total(widths) > limit) {
            int widest = widest(widths);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private long total(int[] widths) {
        long total = 0;
        for (int column = 0; column < widths.length; column++) {
            total += column == widths.length - 1 ? widths[column] : Math.max(leastWidth, widths[column] + padding);
        }
        return total;
    }

    /** The widest column that can give something, the first one only if no other can; -1 for none. */
    private int widest(int[] widths) {
        int widest = -1;
        for (int column = widths.length - 1; column >= 0; column--) {
            boolean canGive = widths[column] > Math.max(LEAST_CELL, Cells.width(rows.getFirst().get(column)));
            if (canGive && (widest < 0 || (column > 0 && widths[column] > widths[widest]))) {
                widest = column;
            }
        }
        return widest;
    }
}
