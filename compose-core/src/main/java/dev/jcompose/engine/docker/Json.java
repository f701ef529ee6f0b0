package dev.jcompose.engine.docker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain values: maps in the order received, lists, texts, {@link Long}s, {@link Double}s, booleans, nulls. Reads
 * with the streaming parser that docker-java brings, because binding to classes costs a command line its start.
 */
final class Json {
    private final JsonFactory factory = new JsonFactory();

    /** One value from text. */
    @Nullable
    Object read(byte[] text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            return value(parser);
        }
    }

    /** A parser for values that follow each other. */
    JsonParser parser(InputStream in) throws IOException {
        return factory.createParser(in);
    }

    /** The next of values that follow each other; null where there is none. */
    @Nullable
    Tree next(JsonParser parser) throws IOException {
        return parser.nextToken() == null ? null : new Tree(value(parser));
    }

    /** A value as text. */
    byte[] write(@Nullable Object value) {
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream(1024);
            try (JsonGenerator generator = factory.createGenerator(text)) {
                write(generator, value);
            }
            return text.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written to", impossible);
        }
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

    private static void write(JsonGenerator generator, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case String text -> generator.writeString(text);
            case Boolean truth -> generator.writeBoolean(truth);
            case Long number -> generator.writeNumber(number);
            case Integer number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case Map<?, ?> entries -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : entries.entrySet()) {
                    generator.writeFieldName(String.valueOf(entry.getKey()));
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case Iterable<?> items -> {
                generator.writeStartArray();
                for (Object item : items) {
                    write(generator, item);
                }
                generator.writeEndArray();
            }
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }
}
