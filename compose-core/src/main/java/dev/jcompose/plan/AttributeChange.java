package dev.jcompose.plan;

import dev.jcompose.source.Position;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One attribute that is another than it was.
 *
 * @param path
 *            {@code environment.LOG_LEVEL}
 * @param was
 *            null where it was not set
 * @param is
 *            null where it is not set any more
 * @param position
 *            where the new value is written; null where it is not
 */
record AttributeChange(String path, @Nullable String was, @Nullable String is, @Nullable Position position) {
    private static final int LONGEST_SHOWN = 60;

    /** {@code environment.LOG_LEVEL: info → debug (compose.yaml:14:7)}. */
    @Override
    public String toString() {
        boolean written = position != null && !position.equals(Position.DEFAULT);
        return path + ": " + shown(was) + " → " + shown(is) + (written ? " (" + position + ")" : "");
    }

    /** All of them, joined by commas. */
    static String join(List<AttributeChange> changes) {
        return changes.stream().map(AttributeChange::toString).collect(Collectors.joining(", "));
    }

    private static String shown(@Nullable String text) {
        if (text == null) {
            return "(unset)";
        }
        String line = text.replace("\n", "\\n");
        return line.isEmpty()
                ? "(empty)"
                : line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
