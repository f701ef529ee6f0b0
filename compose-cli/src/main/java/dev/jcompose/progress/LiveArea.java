package dev.jcompose.progress;

import dev.jcompose.format.Cells;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows at the end of a terminal that are written again in place: only those that have changed. The cursor is below them
 * between two calls. For one thread at a time.
 */
final class LiveArea {
    private static final String ESCAPE = "\u001b[";
    private static final String HIDE_CURSOR = ESCAPE + "?25l";
    private static final String SHOW_CURSOR = ESCAPE + "?25h";
    private static final String REST_OF_LINE = ESCAPE + "K";
    private static final String REST_OF_SCREEN = ESCAPE + "J";

    private final PrintStream out;
    private List<String> drawn = List.of();

    LiveArea(PrintStream out) {
        this.out = out;
    }

    /** Shows these rows, none of them wider than the terminal, instead of those that are shown. */
    void draw(List<String> rows) {
        StringBuilder text = new StringBuilder(HIDE_CURSOR);
        up(text, drawn.size());
        for (int row = 0; row < rows.size(); row++) {
            if (row >= drawn.size() || !drawn.get(row).equals(rows.get(row))) {
                text.append(rows.get(row)).append(REST_OF_LINE);
            }
            text.append('\n');
        }
        if (rows.size() < drawn.size()) {
            text.append(REST_OF_SCREEN);
        }
        out.print(text.append(SHOW_CURSOR));
        out.flush();
        drawn = new ArrayList<>(rows);
    }

    /**
     * Takes the rows away.
     *
     * @param width
     *            of the terminal now: one that has become narrower has broken wider rows into several
     */
    void erase(int width) {
        int height = drawn.stream().mapToInt(row -> heightOf(row, width)).sum();
        if (height > 0) {
            StringBuilder text = new StringBuilder();
            up(text, height);
            out.print(text.append(REST_OF_SCREEN));
            out.flush();
        }
        drawn = List.of();
    }

    /** What is shown stays; what is drawn next comes below. */
    void keep() {
        drawn = List.of();
    }

    private static int heightOf(String row, int width) {
        int cells = Cells.width(row.replaceAll("\u001b\\[[0-9;]*m", ""));
        return Math.max(1, (cells + width - 1) / width);
    }

    private static void up(StringBuilder text, int rows) {
        if (rows > 0) {
            text.append(ESCAPE).append(rows).append('A');
        }
    }
}
