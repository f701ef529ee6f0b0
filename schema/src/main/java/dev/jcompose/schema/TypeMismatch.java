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
 */
record TypeMismatch(Set<ValueType> expected, @Nullable Object value, List<Object> pointer) {
    String message() {
        String wanted = "must be " + ValueType.either(expected);
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
        boolean text = expected.contains(ValueType.STRING);
        return switch (ValueType.of(value)) {
            case NULL -> "give it a value, or remove it";
            case NUMBER, INTEGER, BOOLEAN -> text ? "put it in quotes: \"" + value + "\"" : "";
            case OTHER -> text ? "put it in quotes" : "";
            case STRING -> unquoted();
            case MAPPING -> text && inList() && isPair() ? "put it in quotes: ': ' makes a mapping of it" : "";
            case LIST -> "";
        };
    }

    private String unquoted() {
        if (expected.contains(ValueType.BOOLEAN)) {
            return "write true or false, without quotes";
        }
        boolean number = expected.contains(ValueType.INTEGER) || expected.contains(ValueType.NUMBER);
        return number ? "write a number, without quotes" : "";
    }

    private boolean inList() {
        return !pointer.isEmpty() && pointer.get(pointer.size() - 1) instanceof Integer;
    }

    private boolean isPair() {
        return value instanceof Map<?, ?> map && map.size() == 1;
    }
}
