package dev.jcompose.json;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain values as JSON. */
public final class JsonWriter {
    private final StringBuilder text = new StringBuilder();

    private final boolean indented;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /**
     * The text, indented by two spaces, without a line end at its end.
     *
     * @param value
     *            a {@link Map} with texts for keys, an {@link Iterable}, a {@link CharSequence}, a {@link Number}, a
     *            {@link Boolean} or null; likewise all that is in it
     */
    public static String write(@Nullable Object value) {
        return write(value, true);
    }

    /** The same value as a text in one line and without blanks. */
    public static String writeCompact(@Nullable Object value) {
        return write(value, false);
    }

    private static String write(@Nullable Object value, boolean indented) {
        JsonWriter writer = new JsonWriter(indented);
        writer.value(value, 0);
        return writer.text.toString();
    }

    private void value(@Nullable Object value, int depth) {
        switch (value) {
            case null -> text.append("null");
            case CharSequence string -> string(string);
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            case Map<?, ?> members -> members(members, depth);
            case Iterable<?> items -> items(items, depth);
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private void members(Map<?, ?> members, int depth) {
        char before = '{';
        for (Map.Entry<?, ?> member : members.entrySet()) {
            text.append(before);
            line(depth + 1);
            string(String.valueOf(member.getKey()));
            text.append(indented ? ": " : ":");
            value(member.getValue(), depth + 1);
            before = ',';
        }
        end(before, '{', '}', depth);
    }

    private void items(Iterable<?> items, int depth) {
        char before = '[';
        for (Object item : items) {
            text.append(before);
            line(depth + 1);
            value(item, depth + 1);
            before = ',';
        }
        end(before, '[', ']', depth);
    }

    private void end(char before, char opening, char closing, int depth) {
        if (before == opening) {
            text.append(opening);
        } else {
            line(depth);
        }
        text.append(closing);
    }

    private void line(int depth) {
        if (indented) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private void string(CharSequence string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || (Character.isSurrogate(c) && !paired(string, i))) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private static boolean paired(CharSequence string, int at) {
        return Character.isHighSurrogate(string.charAt(at))
                ? at + 1 < string.length() && Character.isLowSurrogate(string.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(string.charAt(at - 1));
    }
}
