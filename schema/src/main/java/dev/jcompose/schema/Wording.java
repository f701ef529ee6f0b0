package dev.jcompose.schema;

import dev.jcompose.schema.Explanation.Failure;
import dev.jcompose.words.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.everit.json.schema.ArraySchema;
import org.everit.json.schema.EnumSchema;
import org.everit.json.schema.NumberSchema;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Says in words for people what a failure is and what to do about it. */
final class Wording {
    private final Document document;
    private final List<Object> place;

    Wording(Document document, List<Object> place) {
        this.document = document;
        this.place = place;
    }

    List<Violation> of(Failure failure) {
        Object value = document.at(failure.pointer());
        return switch (failure.keyword()) {
            case "additionalProperties" -> new UnknownKeys(failure, value).stream()
                    .map(unknown -> new Violation(under(failure, unknown.key()), true, failure.keyword(),
                            unknown.message(), unknown.hint(), false))
                    .toList();
            case "required" -> required(failure, value);
            case "uniqueItems" -> twice(failure, value);
            default -> List.of(atValue(failure, value));
        };
    }

    /** Sorts pointers as the document has them. */
    Comparator<List<Object>> documentOrder() {
        IdentityHashMap<Object, Map<Object, Integer>> ranks = new IdentityHashMap<>();
        return (one, other) -> {
            Object value = document.root();
            for (int i = place.size(); i < Math.min(one.size(), other.size()); i++) {
                if (!one.get(i).equals(other.get(i))) {
                    return Integer.compare(rank(value, one.get(i), ranks), rank(value, other.get(i), ranks));
                }
                value = Document.child(value, one.get(i));
            }
            return Integer.compare(one.size(), other.size());
        };
    }

    private static int rank(@Nullable Object parent, Object part,
            IdentityHashMap<Object, Map<Object, Integer>> ranks) {
        if (part instanceof Integer index) {
            return index;
        }
        return parent instanceof Map<?, ?> map
                ? ranks.computeIfAbsent(map, each -> numbered(map.keySet())).getOrDefault(part, -1)
                : -1;
    }

    private static Map<Object, Integer> numbered(Set<?> keys) {
        Map<Object, Integer> numbers = new HashMap<>();
        keys.forEach(key -> numbers.put(key, numbers.size()));
        return numbers;
    }

    private Violation atValue(Failure failure, @Nullable Object value) {
        Schema schema = failure.schema();
        String message = "is not valid here";
        String hint = "";
        switch (failure.keyword()) {
            case "type" -> {
                TypeMismatch mismatch = new TypeMismatch(failure.expected(), value, failure.pointer(),
                        described(schema));
                return violation(failure, mismatch.message(), mismatch.hint(), value == null);
            }
            case "enum" -> {
                List<String> allowed = allowed(schema);
                message = "must be " + Words.either(allowed) + ", not " + quoted(value);
                hint = didYouMean(String.valueOf(value), allowed);
            }
            case "pattern" -> message = "must be " + described(schema) + ", not " + quoted(value);
            case "minimum" -> message = "must be at least " + ((NumberSchema) schema).getMinimum() + ", not " + value;
            case "maximum" -> message = "must be at most " + ((NumberSchema) schema).getMaximum() + ", not " + value;
            default -> {
                // keywords that our schema does not use
            }
        }
        return violation(failure, message, hint, false);
    }

    private Violation violation(Failure failure, String message, String hint, boolean incomplete) {
        return new Violation(under(failure), false, failure.keyword(), message, hint, incomplete);
    }

    private List<Violation> required(Failure failure, @Nullable Object value) {
        ObjectSchema schema = (ObjectSchema) failure.schema();
        List<Violation> missing = new ArrayList<>();
        for (String name : schema.getRequiredProperties()) {
            if (value instanceof Map<?, ?> map && !map.containsKey(name)) {
                List<String> allowed = allowed(schema.getPropertySchemas().get(name));
                String hint = allowed.isEmpty() ? "add '" + name + "'" : "add '" + name + "': " + Words.either(allowed);
                missing.add(violation(failure, "attribute '" + name + "' is missing", hint, true));
            }
        }
        return missing;
    }

    private List<Violation> twice(Failure failure, @Nullable Object value) {
        List<Violation> repeated = new ArrayList<>();
        if (value instanceof List<?> list && failure.schema() instanceof ArraySchema) {
            Set<Object> seen = new HashSet<>();
            for (int i = 0; i < list.size(); i++) {
                if (!seen.add(list.get(i))) {
                    repeated.add(new Violation(under(failure, i), false, failure.keyword(),
                            quoted(list.get(i)) + " is listed twice", "remove one of them", false));
                }
            }
        }
        return repeated;
    }

    private List<Object> under(Failure failure, Object... more) {
        List<Object> pointer = new ArrayList<>(place);
        pointer.addAll(failure.pointer());
        pointer.addAll(List.of(more));
        return pointer;
    }

    private static @Nullable String described(Schema schema) {
        return (String) schema.getUnprocessedProperties().get(SchemaReader.EXPECTED);
    }

    static String didYouMean(String wrong, List<String> known) {
        return Nearest.to(wrong, known).map(word -> "did you mean '" + word + "'?").orElse("");
    }

    private static List<String> allowed(@Nullable Schema schema) {
        List<String> values = new ArrayList<>();
        if (schema != null) {
            for (Schema each : SchemaWalk.branches(schema)) {
                if (each instanceof EnumSchema choice) {
                    choice.getPossibleValuesAsList().forEach(value -> values.add(String.valueOf(value)));
                }
            }
        }
        return values;
    }

    private static String quoted(@Nullable Object value) {
        return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }
}
