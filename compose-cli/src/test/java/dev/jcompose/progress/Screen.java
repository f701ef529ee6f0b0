package dev.jcompose.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows of a text with the control characters that pictures are drawn with. */
final class Screen {
    private static final Pattern PIECE = Pattern.compile("\u001b\\[(\\??[0-9;]*)([A-Za-z])|\n|.", Pattern.DOTALL);

    private final int width;
    private final int height;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;

    private Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** All lines, those included that have scrolled out of the window. */
    static List<String> of(String printed, int width, int height) {
        Screen screen = new Screen(width, height);
        Matcher pieces = PIECE.matcher(printed);
        while (pieces.find()) {
            if (pieces.group(2) != null) {
                screen.control(pieces.group(2).charAt(0), pieces.group(1));
            } else if (pieces.group().equals("\n")) {
                screen.down();
            } else {
                screen.put(pieces.group().charAt(0));
            }
        }
        return screen.lines.stream().map(StringBuilder::toString).map(String::stripTrailing).toList();
    }

    private void control(char command, String value) {
        switch (command) {
            case 'A' -> row = Math.max(Math.max(0, lines.size() - height), row - Integer.parseInt(value));
            case 'K' -> lines.get(row).setLength(Math.min(column, lines.get(row).length()));
            case 'J' -> {
                lines.get(row).setLength(Math.min(column, lines.get(row).length()));
                lines.subList(row + 1, lines.size()).clear();
            }
            case 'm', 'h', 'l' -> {
                // Colours and the cursor's look.
            }
            default -> throw new IllegalArgumentException("no terminal of ours knows " + command);
        }
    }

    private void put(char character) {
        if (column == width) {
            down();
        }
        StringBuilder line = lines.get(row);
        while (line.length() <= column) {
            line.append(' ');
        }
        line.setCharAt(column++, character);
    }

    private void down() {
        column = 0;
        if (++row == lines.size()) {
            lines.add(new StringBuilder());
        }
    }
}
