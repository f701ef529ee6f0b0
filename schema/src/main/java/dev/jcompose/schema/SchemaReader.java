package dev.jcompose.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
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
import org.everit.json.schema.regexp.JavaUtilRegexpFactory;
import org.everit.json.schema.regexp.RegexpFactory;

/**
 * Builds the library's schema objects from JSON, for the keywords of draft-07 that our schema uses; any other keyword
 * is refused, so that none is silently ignored. A definition is built when a document first comes to it: a document
 * seldom uses more than a few. Thread-safe.
 */
final class SchemaReader {
    /** The annotation that says in words what a pattern wants. */
    static final String EXPECTED = "x-expected";

    /** Where an object schema keeps its patterns of names, which the library has but does not show. */
    private static final String NAMES = "names";

    private static final RegexpFactory REGEXPS = new JavaUtilRegexpFactory();
    private static final String DEFINITION = "#/definitions/";
    private static final Set<String> KEYWORDS = Set.of("$ref", "anyOf", "type", "enum", "properties",
            "patternProperties", "additionalProperties", "required", "items", "uniqueItems", "pattern", "minimum",
            "maximum", EXPECTED, "description", "$schema", "$id", "title", "definitions");

    private final Map<?, ?> source;
    private final Map<String, Schema> references = new ConcurrentHashMap<>();

    /** A reference whose target is built when it is needed. */
    private final class Reference extends ReferenceSchema {
        private final String name;
        private volatile boolean resolved;

        Reference(String name) {
            super(ReferenceSchema.builder().refValue(DEFINITION + name));
            this.name = name;
        }

        @Override
        public Schema getReferredSchema() {
            if (!resolved) {
                synchronized (this) {
                    if (!resolved) {
                        setReferredSchema(read(mapping(mapping(source, "definitions"), name)));
                        resolved = true;
                    }
                }
            }
            return super.getReferredSchema();
        }
    }

    SchemaReader(Map<?, ?> source) {
        this.source = source;
    }

    Schema root() {
        return read(source);
    }

    /** The schemas of the values whose names a user chooses, by what the name looks like. */
    @SuppressWarnings("unchecked") // put there by this class alone
    static Map<Pattern, Schema> names(ObjectSchema schema) {
        return (Map<Pattern, Schema>) schema.getUnprocessedProperties().getOrDefault(NAMES, Map.of());
    }

    private Schema read(Map<?, ?> json) {
        for (Object keyword : json.keySet()) {
            if (!KEYWORDS.contains(keyword)) {
                throw new IllegalStateException("keyword not supported in a schema: " + keyword);
            }
        }
        if (json.get("$ref") instanceof String reference) {
            if (!reference.startsWith(DEFINITION)) {
                throw new IllegalStateException("not a definition of the schema: " + reference);
            }
            return references.computeIfAbsent(reference.substring(DEFINITION.length()), Reference::new);
        }
        List<?> choices = list(json, "anyOf");
        if (!choices.isEmpty()) {
            List<Schema> branches = new ArrayList<>();
            choices.forEach(choice -> branches.add(read((Map<?, ?>) choice)));
            return CombinedSchema.anyOf(branches).build();
        }
        return typed(json);
    }

    private Schema typed(Map<?, ?> json) {
        List<Schema> all = new ArrayList<>();
        Object types = json.get("type");
        if (types instanceof List<?> several) {
            List<Schema> branches = new ArrayList<>();
            several.forEach(type -> branches.add(ofType((String) type, json)));
            all.add(CombinedSchema.anyOf(branches).build());
        } else if (types != null) {
            all.add(ofType((String) types, json));
        }
        List<?> values = list(json, "enum");
        if (!values.isEmpty()) {
            all.add(EnumSchema.builder().possibleValues(new ArrayList<>(values)).build());
        }
        return switch (all.size()) {
            case 0 -> EmptySchema.INSTANCE;
            case 1 -> all.get(0);
            default -> CombinedSchema.allOf(all).build();
        };
    }

    private Schema ofType(String type, Map<?, ?> json) {
        return switch (type) {
            case "object" -> object(json);
            case "array" -> array(json);
            case "string" -> string(json);
            case "number" -> number(json, false);
            case "integer" -> number(json, true);
            case "boolean" -> BooleanSchema.INSTANCE;
            case "null" -> NullSchema.INSTANCE;
            default -> throw new IllegalStateException("no such type in JSON Schema: " + type);
        };
    }

    private Schema object(Map<?, ?> json) {
        ObjectSchema.Builder schema = ObjectSchema.builder();
        each(mapping(json, "properties"), schema::addPropertySchema);
        Map<Pattern, Schema> names = new LinkedHashMap<>();
        each(mapping(json, "patternProperties"), (pattern, each) -> {
            schema.patternProperty(REGEXPS.createHandler(pattern), each);
            names.put(Pattern.compile(pattern), each);
        });
        schema.unprocessedProperties(new LinkedHashMap<>(Map.of(NAMES, names)));
        schema.additionalProperties(!Boolean.FALSE.equals(json.get("additionalProperties")));
        list(json, "required").forEach(name -> schema.addRequiredProperty((String) name));
        return schema.build();
    }

    private void each(Map<?, ?> schemas, BiConsumer<String, Schema> consumer) {
        schemas.forEach((name, schema) -> consumer.accept((String) name, read((Map<?, ?>) schema)));
    }

    private Schema array(Map<?, ?> json) {
        ArraySchema.Builder schema = ArraySchema.builder()
                .uniqueItems(Boolean.TRUE.equals(json.get("uniqueItems")));
        Map<?, ?> items = mapping(json, "items");
        return items.isEmpty() ? schema.build() : schema.allItemSchema(read(items)).build();
    }

    private static Schema string(Map<?, ?> json) {
        StringSchema.Builder schema = StringSchema.builder();
        if (json.get("pattern") instanceof String pattern) {
            schema.pattern(pattern);
        }
        if (json.get(EXPECTED) instanceof String expected) {
            schema.unprocessedProperties(new LinkedHashMap<>(Map.of(EXPECTED, expected)));
        }
        return schema.build();
    }

    private static Schema number(Map<?, ?> json, boolean whole) {
        NumberSchema.Builder schema = NumberSchema.builder().requiresInteger(whole);
        if (json.get("minimum") instanceof Integer minimum) {
            schema.minimum(minimum);
        }
        if (json.get("maximum") instanceof Integer maximum) {
            schema.maximum(maximum);
        }
        return schema.build();
    }

    private static Map<?, ?> mapping(Map<?, ?> json, String key) {
        return json.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Map<?, ?> json, String key) {
        return json.get(key) instanceof List<?> list ? list : List.of();
    }
}
