package dev.jcompose.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.everit.json.schema.ArraySchema;
import org.everit.json.schema.BooleanSchema;
import org.everit.json.schema.CombinedSchema;
import org.everit.json.schema.EmptySchema;
import org.everit.json.schema.EnumSchema;
import org.everit.json.schema.NullSchema;
import org.everit.json.schema.NumberSchema;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.ReferenceSchema;
import org.everit.json.schema.Schema;
import org.everit.json.schema.StringSchema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value obviously fits a schema. Nearly all do, and the library makes an exception of each form that a value
 * might have had; it is asked only about what is left, and knows better. Knows the keywords that {@link SchemaReader}
 * does. Thread-safe.
 */
final class Fit {
    private Fit() {
    }

    /** False where the value does not fit, and where that takes a closer look. */
    static boolean isSure(Schema schema, @Nullable Object value) {
        return switch (schema) {
            case ReferenceSchema reference -> isSure(reference.getReferredSchema(), value);
            case CombinedSchema combined -> ofSeveral(combined, value);
            case ObjectSchema object -> value instanceof Map<?, ?> map && mapping(object, map);
            case ArraySchema array -> value instanceof List<?> list && list(array, list);
            case StringSchema string -> value instanceof String text && matches(string.getPattern(), text);
            case NumberSchema number -> (value instanceof Integer || value instanceof Long)
                    && within(number, ((Number) value).longValue());
            case EnumSchema choice -> value instanceof String && choice.getPossibleValuesAsList().contains(value);
            case BooleanSchema flag -> value instanceof Boolean;
            case NullSchema nothing -> value == null;
            case EmptySchema any -> true;
            default -> false;
        };
    }

    private static boolean ofSeveral(CombinedSchema combined, @Nullable Object value) {
        boolean all = !combined.getCriterion().equals(CombinedSchema.ANY_CRITERION);
        for (Schema each : combined.getSubschemas()) {
            if (isSure(each, value) != all) {
                return !all;
            }
        }
        return all;
    }

    private static boolean mapping(ObjectSchema schema, Map<?, ?> map) {
        for (String required : schema.getRequiredProperties()) {
            if (!map.containsKey(required)) {
                return false;
            }
        }
        Map<Pattern, Schema> names = SchemaReader.names(schema);
        for (Map.Entry<?, ?> each : map.entrySet()) {
            String key = String.valueOf(each.getKey());
            Schema named = schema.getPropertySchemas().get(key);
            boolean known = named != null || schema.permitsAdditionalProperties();
            if (named != null && !isSure(named, each.getValue())) {
                return false;
            }
            for (Map.Entry<Pattern, Schema> pattern : names.entrySet()) {
                if (pattern.getKey().matcher(key).find()) {
                    known = true;
                    if (!isSure(pattern.getValue(), each.getValue())) {
                        return false;
                    }
                }
            }
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private static boolean list(ArraySchema schema, List<?> list) {
        Schema items = schema.getAllItemSchema();
        if (items != null) {
            for (Object item : list) {
                if (!isSure(items, item)) {
                    return false;
                }
            }
        }
        return !schema.needsUniqueItems() || isOfDifferentTexts(list);
    }

    private static boolean isOfDifferentTexts(List<?> list) {
        Set<Object> texts = new HashSet<>();
        for (Object item : list) {
            if (!(item instanceof String) || !texts.add(item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(@Nullable Pattern pattern, String text) {
        return pattern == null || pattern.matcher(text).find();
    }

    private static boolean within(NumberSchema schema, long value) {
        Number least = schema.getMinimum();
        Number most = schema.getMaximum();
        return (least == null || value >= least.longValue()) && (most == null || value <= most.longValue());
    }
}
