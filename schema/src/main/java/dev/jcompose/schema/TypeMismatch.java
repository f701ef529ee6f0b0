package dev.jcompose.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of the wrong type.
 *
 * @param expected
 *            the types that would do
 * @param pointer
 *            where the value stands
 * @param described
 *            what the schema says in words of the value it expects; null if it says nothing
 */
record TypeMismatch(Set<ValueType> expected, @Nullable Object value, List<Object> pointer, @Nullable String described) {
    String message() {
        String wanted = "must be " + (described == null ? ValueType.either(expected) : described);
        ValueType found = ValueType.of(value);
        return switch (found) {
            case NULL -> wanted + ", but has no value";
            case STRING -> wanted + ", not the string '" + value + "'";
            case NUMBER, INTEGER -> wanted + ", not the number " + value;
            case BOOLEAN -> wanted + ", not " + value;
            case LIST, MAPPING, OTHER -> wanted + ", not " + found.words();
        };
    }

    String hint() {
        return switch (ValueType.of(value)) {
            case NULL -> "give it a value, or remove it";
            case NUMBER, INTEGER, BOOLEAN -> quotes("put it in quotes: \"" + value + "\"");
            case OTHER -> quotes("put it in quotes");
            case STRING -> forString();
            case MAPPING -> forMapping();
            case LIST -> expects(ValueType.MAPPING) ? "write 'name:' instead of '- name'" : "";
        };
    }

    private String quotes(String hint) {
        return expects(ValueType.STRING) && described == null ? hint : "";
    }

    private String forString() {
        if (expects(ValueType.BOOLEAN)) {
            return "write true or false, without quotes";
        }
        if (expects(ValueType.INTEGER) || expects(ValueType.NUMBER)) {
            return "write a number, without quotes";
        }
        return expects(ValueType.LIST) ? "write it as a list: [\"" + value + "\"]" : "";
    }

    private String forMapping() {
        boolean item = !pointer.isEmpty() && pointer.get(pointer.size() - 1) instanceof Integer;
        boolean pair = value instanceof Map<?, ?> map && map.size() == 1;
        if (item && pair) {
            return quotes("put it in quotes, as ': ' makes a mapping of it");
        }
        return expects(ValueType.LIST) ? "start each item with '- '" : "";
    }

    private boolean expects(ValueType type) {
        return expected.contains(type);
    }
}
