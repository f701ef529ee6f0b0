package dev.jcompose.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Builds the library's schema objects from JSON, for the keywords of draft-07 that our schema uses; any other keyword
 * is refused, so that none is silently ignored. A tenth of the time that the library's own loader takes.
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

    private final JSONObject source;
    private final Map<String, Schema> definitions = new HashMap<>();

    SchemaReader(JSONObject source) {
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

    private Schema read(JSONObject json) {
        for (String keyword : json.keySet()) {
            if (!KEYWORDS.contains(keyword)) {
                throw new IllegalStateException("keyword not supported in a schema: " + keyword);
            }
        }
        String reference = json.optString("$ref");
        if (!reference.isEmpty()) {
            return reference(reference);
        }
        JSONArray choices = json.optJSONArray("anyOf");
        if (choices != null) {
            List<Schema> branches = new ArrayList<>();
            choices.forEach(choice -> branches.add(read((JSONObject) choice)));
            return CombinedSchema.anyOf(branches).build();
        }
        return typed(json);
    }

    private Schema reference(String reference) {
        if (!reference.startsWith(DEFINITION)) {
            throw new IllegalStateException("not a definition of the schema: " + reference);
        }
        String name = reference.substring(DEFINITION.length());
        Schema definition = definitions.get(name);
        if (definition == null) {
            definition = read(source.getJSONObject("definitions").getJSONObject(name));
            definitions.put(name, definition);
        }
        ReferenceSchema schema = ReferenceSchema.builder().refValue(reference).build();
        schema.setReferredSchema(definition);
        return schema;
    }

    private Schema typed(JSONObject json) {
        List<Schema> all = new ArrayList<>();
        Object types = json.opt("type");
        if (types instanceof JSONArray several) {
            List<Schema> branches = new ArrayList<>();
            several.forEach(type -> branches.add(ofType((String) type, json)));
            all.add(CombinedSchema.anyOf(branches).build());
        } else if (types != null) {
            all.add(ofType((String) types, json));
        }
        JSONArray values = json.optJSONArray("enum");
        if (values != null) {
            all.add(EnumSchema.builder().possibleValues(values.toList()).build());
        }
        return switch (all.size()) {
            case 0 -> EmptySchema.INSTANCE;
            case 1 -> all.get(0);
            default -> CombinedSchema.allOf(all).build();
        };
    }

    private Schema ofType(String type, JSONObject json) {
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

    private Schema object(JSONObject json) {
        ObjectSchema.Builder schema = ObjectSchema.builder();
        each(json.optJSONObject("properties"), schema::addPropertySchema);
        Map<Pattern, Schema> names = new LinkedHashMap<>();
        each(json.optJSONObject("patternProperties"), (pattern, each) -> {
            schema.patternProperty(REGEXPS.createHandler(pattern), each);
            names.put(Pattern.compile(pattern), each);
        });
        schema.unprocessedProperties(new LinkedHashMap<>(Map.of(NAMES, names)));
        schema.additionalProperties(json.optBoolean("additionalProperties", true));
        JSONArray required = json.optJSONArray("required");
        if (required != null) {
            required.forEach(name -> schema.addRequiredProperty((String) name));
        }
        return schema.build();
    }

    private void each(@Nullable JSONObject schemas, BiConsumer<String, Schema> consumer) {
        if (schemas != null) {
            schemas.keySet().stream().sorted()
                    .forEach(name -> consumer.accept(name, read(schemas.getJSONObject(name))));
        }
    }

    private Schema array(JSONObject json) {
        ArraySchema.Builder schema = ArraySchema.builder().uniqueItems(json.optBoolean("uniqueItems"));
        JSONObject items = json.optJSONObject("items");
        return items == null ? schema.build() : schema.allItemSchema(read(items)).build();
    }

    private static Schema string(JSONObject json) {
        StringSchema.Builder schema = StringSchema.builder();
        if (json.has("pattern")) {
            schema.pattern(json.getString("pattern"));
        }
        if (json.has(EXPECTED)) {
            schema.unprocessedProperties(new LinkedHashMap<>(Map.of(EXPECTED, json.getString(EXPECTED))));
        }
        return schema.build();
    }

    private static Schema number(JSONObject json, boolean whole) {
        NumberSchema.Builder schema = NumberSchema.builder().requiresInteger(whole);
        if (json.has("minimum")) {
            schema.minimum(json.getNumber("minimum"));
        }
        if (json.has("maximum")) {
            schema.maximum(json.getNumber("maximum"));
        }
        return schema.build();
    }
}
