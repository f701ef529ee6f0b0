package dev.jcompose.engine.docker;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object to be sent, built field by field. What says nothing is left out, so that the engine's defaults hold. */
final class JsonObject {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** Sets a field, unless the value is null or an empty text, list or map. */
    JsonObject put(String name, @Nullable Object value) {
        boolean nothing = value == null || value.equals("") || (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> entries && entries.isEmpty());
        if (!nothing) {
            fields.put(name, value);
        }
        return this;
    }

    /** Sets a field to true, or not at all. */
    JsonObject flag(String name, boolean value) {
        return value ? always(name, true) : this;
    }

    /** Sets a field to a number other than 0, or not at all. */
    JsonObject nonZero(String name, @Nullable Number value) {
        return value == null || value.doubleValue() == 0 ? this : always(name, value);
    }

    /** Sets a field, whatever the value. */
    JsonObject always(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }
}
