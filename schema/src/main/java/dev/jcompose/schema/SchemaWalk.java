package dev.jcompose.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.everit.json.schema.ArraySchema;
import org.everit.json.schema.CombinedSchema;
import org.everit.json.schema.ObjectSchema;
import org.everit.json.schema.ReferenceSchema;
import org.everit.json.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Finds the way through the schema that a document's path takes. */
final class SchemaWalk {
    private SchemaWalk() {
    }

    /** The schema of the value at a place in a document; null where the schema has none. */
    static @Nullable Schema at(List<?> place) {
        Schema schema = ComposeSchema.root();
        for (Object part : place) {
            schema = part instanceof Integer ? item(schema) : value(schema, String.valueOf(part));
            if (schema == null) {
                return null;
            }
        }
        return schema;
    }

    /** The attributes that a mapping of this schema may have, by name. */
    static Map<String, Schema> attributes(Schema schema) {
        Map<String, Schema> found = new LinkedHashMap<>();
        for (Schema each : branches(schema)) {
            if (each instanceof ObjectSchema object) {
                object.getPropertySchemas().keySet().stream().sorted()
                        .forEach(name -> found.put(name, object.getPropertySchemas().get(name)));
            }
        }
        return found;
    }

    private static @Nullable Schema value(Schema schema, String key) {
        for (Schema each : branches(schema)) {
            if (each instanceof ObjectSchema object) {
                Schema property = object.getPropertySchemas().get(key);
                if (property != null) {
                    return property;
                }
                for (var pattern : SchemaReader.names(object).entrySet()) {
                    if (pattern.getKey().matcher(key).find()) {
                        return pattern.getValue();
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Schema item(Schema schema) {
        for (Schema each : branches(schema)) {
            if (each instanceof ArraySchema array && array.getAllItemSchema() != null) {
                return array.getAllItemSchema();
            }
        }
        return null;
    }

    /** What a schema comes down to: references followed, alternatives spread. */
    static List<Schema> branches(Schema schema) {
        if (schema instanceof ReferenceSchema reference) {
            return branches(reference.getReferredSchema());
        }
        if (schema instanceof CombinedSchema combined) {
            return combined.getSubschemas().stream().flatMap(each -> branches(each).stream()).toList();
        }
        return List.of(schema);
    }
}
