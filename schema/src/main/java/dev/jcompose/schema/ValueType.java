package dev.jcompose.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.everit.json.schema.ArraySchema;
import org.everit.json.schema.BooleanSchema;
import org.everit.json.schema.NullSchema;
import org.everit.json.schema.NumberSchema;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.Schema;
import org.everit.json.schema.StringSchema;
import org.jspecify.annotations.Nullable;

/** The types of values, in the words of YAML and in the order in which they are named. */
enum ValueType {
    STRING("a string"), INTEGER("a whole number"), NUMBER("a number"), BOOLEAN("true or false"), LIST(
            "a list"), MAPPING("a mapping"), NULL("empty"), OTHER("a date");

    private final String words;

    ValueType(String words) {
        this.words = words;
    }

    /** With its article: {@code a list}. */
    String words() {
        return words;
    }

    static ValueType of(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof String) {
            return STRING;
        }
        if (value instanceof Boolean) {
            return BOOLEAN;
        }
        if (value instanceof Number) {
            return NUMBER;
        }
        if (value instanceof List) {
            return LIST;
        }
        return value instanceof Map ? MAPPING : OTHER;
    }

    static ValueType wantedBy(Schema schema) {
        if (schema instanceof StringSchema) {
            return STRING;
        }
        if (schema instanceof NumberSchema number) {
            return number.requiresInteger() ? INTEGER : NUMBER;
        }
        if (schema instanceof BooleanSchema) {
            return BOOLEAN;
        }
        if (schema instanceof ArraySchema) {
            return LIST;
        }
        if (schema instanceof ObjectSchema) {
            return MAPPING;
        }
        return schema instanceof NullSchema ? NULL : OTHER;
    }

    /** {@code a string, a number or a list}. */
    static String either(Collection<ValueType> types) {
        return Words.either(types.stream().sorted().map(ValueType::words).toList());
    }
}
