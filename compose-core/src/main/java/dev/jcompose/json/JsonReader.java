package dev.jcompose.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value. Of a key that occurs twice, the last value counts. */
public final class JsonReader {
    private static final int DEEPEST = 200;
    /** So many characters are a long, if they are a number at all. */
    private static final int LONGEST_SURE = 18;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads the whole text as one value.
     *
     * @throws JsonException
     *             if it is anything else
     */
    public static @Nullable Object read(String text) throws JsonException {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.space();
        if (reader.at < text.length()) {
            throw reader.expected("the end");
        }
        return value;
    }

    /**
     * Reads an object.
     *
     * @throws JsonException
     *             if the text is anything else
     */
    public static Map<String, @Nullable Object> readObject(String text) throws JsonException {
        return members(read(text));
    }

    /** The members of a value that is an object; nothing for any other value. */
    @SuppressWarnings("unchecked") // the reader makes no other maps
    public static Map<String, @Nullable Object> members(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    /** The items of a value that is an array; nothing for any other value. */
    @SuppressWarnings("unchecked") // the reader makes no other lists
    public static List<@Nullable Object> items(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }

    private @Nullable Object value() throws JsonException {
        space();
        return switch (peek()) {
            case '{', '[' -> nested();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object nested() throws JsonException {
        if (++depth > DEEPEST) {
            throw expected("less nesting");
        }
        char opening = text.charAt(at);
        at++;
        Object read = opening == '{' ? object() : array();
        depth--;
        return read;
    }

    private Map<String, @Nullable Object> object() throws JsonException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        space();
        if (taken('}')) {
            return members;
        }
        do {
            space();
            if (peek() != '"') {
                throw expected("a key");
            }
            String key = string();
            space();
            if (!taken(':')) {
                throw expected("':'");
            }
            members.put(key, value());
            space();
        } while (taken(','));
        if (!taken('}')) {
            throw expected("',' or '}'");
        }
        return members;
    }

    private List<@Nullable Object> array() throws JsonException {
        List<@Nullable Object> items = new ArrayList<>();
        space();
        if (taken(']')) {
            return items;
        }
        do {
            items.add(value());
            space();
        } while (taken(','));
        if (!taken(']')) {
            throw expected("',' or ']'");
        }
        return items;
    }

    /** Nearly all texts have no escapes: those are cut out as they are. */
    private String string() throws JsonException {
        at++;
        int quote = text.indexOf('"', at);
        if (quote < 0) {
            at = text.length();
            throw expected("the end of a text");
        }
        String plain = text.substring(at, quote);
        int escape = plain.indexOf('\\');
        if (escape < 0) {
            at = quote + 1;
            return plain;
        }
        StringBuilder read = new StringBuilder(plain).delete(escape, plain.length());
        at += escape;
        while (!taken('"')) {
            char next = peek();
            if (next < ' ') {
                throw expected("the end of a text");
            }
            at++;
            read.append(next == '\\' ? escaped() : next);
        }
        return read.toString();
    }

    private char escaped() throws JsonException {
        char kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw expected("an escape");
        };
    }

    private char codeUnit() throws JsonException {
        int end = at + 4;
        if (end > text.length()) {
            throw expected("four hexadecimal digits");
        }
        try {
            char unit = (char) Integer.parseInt(text, at, end, 16);
            at = end;
            return unit;
        } catch (NumberFormatException e) {
            throw expected("four hexadecimal digits");
        }
    }

    private Object number() throws JsonException {
        int end = at;
        boolean whole = true;
        while (end < text.length() && "+-.eE0123456789".indexOf(text.charAt(end)) >= 0) {
            whole &= ".eE".indexOf(text.charAt(end)) < 0;
            end++;
        }
        String digits = text.substring(at, end);
        try {
            Object number = whole ? whole(digits) : Double.valueOf(digits);
            at = end;
            return number;
        } catch (NumberFormatException e) {
            throw expected("a value");
        }
    }

    /** A double where it is too large for a long. */
    private static Object whole(String digits) {
        if (digits.length() <= LONGEST_SURE) {
            return Long.valueOf(digits);
        }
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException large) {
            return Double.valueOf(digits);
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) throws JsonException {
        if (!text.startsWith(word, at)) {
            throw expected("a value");
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return;
            }
            at++;
        }
    }

    private boolean taken(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private char peek() throws JsonException {
        if (at >= text.length()) {
            throw expected("more");
        }
        return text.charAt(at);
    }

    private JsonException expected(String what) {
        return new JsonException("expected " + what, at);
    }
}
