package dev.jcompose.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into maps, lists, strings, integers, booleans and nulls. Made for the schema files of this package: it leaps from
 * quote to quote, which before the JVM has warmed up takes a fraction of the time of a reader that looks at each
 * character.
 */
final class JsonText {
    private static final int CODE_DIGITS = 4;

    private final String text;
    private int next;

    private JsonText(String text) {
        this.text = text;
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException
     *             if the text is not JSON, or uses fractions or exponents, which schemas here do without
     */
    static Map<String, @Nullable Object> object(String text) {
        JsonText reader = new JsonText(text);
        Map<String, @Nullable Object> object = reader.object();
        if (reader.peek() != 0) {
            throw reader.unexpected();
        }
        return object;
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            if (!object.isEmpty()) {
                expect(',');
                peek();
            }
            String key = string();
            expect(':');
            if (object.containsKey(key)) {
                throw unexpected();
            }
            object.put(key, value());
        }
        next++;
        return object;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!array.isEmpty()) {
                expect(',');
            }
            array.add(value());
        }
        next++;
        return array;
    }

    private String string() {
        if (peek() != '"') {
            throw unexpected();
        }
        int start = next + 1;
        int end = text.indexOf('"', start);
        while (end > 0 && escaped(end)) {
            end = text.indexOf('"', end + 1);
        }
        if (end < 0) {
            throw unexpected();
        }
        next = end + 1;
        String raw = text.substring(start, end);
        return raw.indexOf('\\') < 0 ? raw : unescape(raw);
    }

    private boolean escaped(int quote) {
        int backslash = quote;
        while (text.charAt(backslash - 1) == '\\') {
            backslash--;
        }
        return (quote - backslash) % 2 == 1;
    }

    private String unescape(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            if (each == '\\') {
                i++;
                each = switch (raw.charAt(i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case '"', '\\', '/' -> raw.charAt(i);
                    case 'u' -> {
                        i += CODE_DIGITS;
                        yield (char) Integer.parseInt(raw, i - CODE_DIGITS + 1, i + 1, 16);
                    }
                    default -> throw unexpected();
                };
            }
            plain.append(each);
        }
        return plain.toString();
    }

    private @Nullable Object word() {
        int start = next;
        while (next < text.length() && ",]} \n".indexOf(text.charAt(next)) < 0) {
            next++;
        }
        String word = text.substring(start, next);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> Integer.valueOf(word);
        };
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unexpected();
        }
        next++;
    }

    /** The next character that is not a space; 0 at the end. */
    private char peek() {
        while (next < text.length()) {
            char each = text.charAt(next);
            if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
                return each;
            }
            next++;
        }
        return 0;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not the JSON expected, at character " + next);
    }
}
