package dev.jcompose.schema;

import dev.jcompose.schema.Explanation.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.Schema;
import org.jspecify.annotations.Nullable;

/** The keys of a mapping that its schema does not have. */
final class UnknownKeys {
    /** More names than this are no help. */
    private static final int MOST_NAMES = 10;
    /** Of one mapping; nobody reads on after that. */
    private static final int MOST_TOLD = 100;

    private final List<Object> place;
    private final Map<?, ?> mapping;
    private final ObjectSchema schema;
    private final Map<String, Schema> attributes;

    /** One such key. */
    record Unknown(String key, String message, String hint) {}

    UnknownKeys(Failure failure, @Nullable Object value) {
        this.place = failure.pointer();
        this.mapping = value instanceof Map<?, ?> map ? map : Map.of();
        this.schema = (ObjectSchema) failure.schema();
        this.attributes = SchemaWalk.attributes(schema);
    }

    Stream<Unknown> stream() {
        return mapping.keySet().stream().map(String::valueOf).filter(key -> !known(key)).limit(MOST_TOLD)
                .map(this::unknown);
    }

    private boolean known(String key) {
        return attributes.containsKey(key)
                || SchemaReader.names(schema).keySet().stream().anyMatch(pattern -> pattern.matcher(key).find());
    }

    private Unknown unknown(String key) {
        if (!attributes.isEmpty()) {
            return new Unknown(key, "unknown attribute '" + key + "'", hint(key));
        }
        if (key.isEmpty()) {
            return new Unknown(key, "a name is missing before the colon", "");
        }
        return new Unknown(key, "'" + key + "' is not a valid name",
                "names consist of the characters a-z, A-Z, 0-9, '.', '_' and '-'");
    }

    private String hint(String key) {
        List<String> names = new ArrayList<>(attributes.keySet());
        List<String> parents = names.stream().filter(name -> takes(attributes.get(name), key)).toList();
        String nearest = Wording.didYouMean(key, names);
        if (parents.size() == 1) {
            return "it belongs under '" + parents.get(0) + "'";
        }
        if (!nearest.isEmpty()) {
            return nearest;
        }
        if (place.isEmpty() && attributes.containsKey("services") && mapping.get(key) instanceof Map) {
            return "a service belongs under 'services'; an extension starts with 'x-'";
        }
        return names.size() <= MOST_NAMES ? "allowed here: " + String.join(", ", names) : "";
    }

    private static boolean takes(@Nullable Schema parent, String key) {
        return parent != null && SchemaWalk.attributes(parent).containsKey(key);
    }
}
