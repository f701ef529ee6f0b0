package dev.jcompose.config;

import dev.jcompose.load.GoText;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a tree as JSON, in one line or indented by two spaces. */
final class JsonText {
    private final StringBuilder text = new StringBuilder();
    private final boolean indented;

    private JsonText(boolean indented) {
        this.indented = indented;
    }

    static String indented(Node node) {
        return write(node, true);
    }

    static String compact(Node node) {
        return write(node, false);
    }

    private static String write(Node node, boolean indented) {
        JsonText writer = new JsonText(indented);
        writer.value(node, 0);
        return writer.text.toString();
    }

    private void value(Node node, int depth) {
        switch (node) {
            case Mapping mapping -> mapping(mapping, depth);
            case Sequence sequence -> sequence(sequence, depth);
            case Scalar scalar -> scalar(scalar.value());
        }
    }

    private void mapping(Mapping mapping, int depth) {
        if (mapping.entries().isEmpty()) {
            text.append("{}");
            return;
        }
        char before = '{';
        for (var each : mapping.entries().entrySet()) {
            text.append(before);
            line(depth + 1);
            string(each.getKey());
            text.append(indented ? ": " : ":");
            value(each.getValue().value(), depth + 1);
            before = ',';
        }
        line(depth);
        text.append('}');
    }

    private void sequence(Sequence sequence, int depth) {
        if (sequence.items().isEmpty()) {
            text.append("[]");
            return;
        }
        char before = '[';
        for (Node item : sequence.items()) {
            text.append(before);
            line(depth + 1);
            value(item, depth + 1);
            before = ',';
        }
        line(depth);
        text.append(']');
    }

    private void scalar(@Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case String string -> string(string);
            case OffsetDateTime time -> string(GoText.of(time));
            case Double number -> text.append(GoText.json(number));
            default -> text.append(value);
        }
    }

    private void line(int depth) {
        if (indented) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            character(string.charAt(i));
        }
        text.append('"');
    }

    /** {@code <}, {@code >} and {@code &} are escaped so that the text is safe in a page. */
    private void character(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> {
                if (c < 0x20 || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                    text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
