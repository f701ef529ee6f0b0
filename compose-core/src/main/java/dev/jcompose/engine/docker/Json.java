package dev.jcompose.engine.docker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import dev.jcompose.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: maps in the order received, lists, texts, {@link Long}s, {@link Double}s, booleans, nulls.
 * Streams of values are read by the parser that docker-java brings; single ones without it, because making it costs a
 * command line its start.
 */
final class Json {
    /** What was received is not JSON. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(JsonException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Made when the first stream is read. */
    private static final class Streaming {
        static final JsonFactory FACTORY = new JsonFactory();

        private Streaming() {
        }
    }

    /** One value from text. */
    @Nullable
    Object read(byte[] text) throws Malformed {
        try {
            return JsonReader.read(new String(text, StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new Malformed(e);
        }
    }

    /** A parser for values that follow each other. */
    JsonParser parser(InputStream in) throws IOException {
        return Streaming.FACTORY.createParser(in);
    }

    /** The next of values that follow each other; null where there is none. */
    @Nullable
    Tree next(JsonParser parser) throws IOException {
        return parser.nextToken() == null ? null : new Tree(value(parser));
    }

    /** A value as text. */
    byte[] write(@Nullable Object value) {
        return JsonWriter.writeCompact(value).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser.getNumberValue());
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL, FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            entries.put(name, value(parser));
        }
        return entries;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return items;
    }

    /** Unsigned 64-bit numbers do occur; all others are longs. */
    private static Object integer(Number number) {
        return number instanceof BigInteger big ? new BigDecimal(big).doubleValue() : number.longValue();
    }
}
