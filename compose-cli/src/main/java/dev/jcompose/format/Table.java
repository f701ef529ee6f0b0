package dev.jcompose.format;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns that line up, as wide as their widest cell needs, in the way of docker's own tables. */
public final class Table {
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
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column],
                        Math.max(leastWidth, Cells.width(row.get(column)) + padding));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                boolean last = column == row.size() - 1;
                text.append(last ? row.get(column) : Cells.padded(row.get(column), widths[column]));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
