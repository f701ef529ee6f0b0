package dev.jcompose.schema;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The file is a draft-07 schema for anybody's tools, and ours read it as others do. */
class SchemaFileTest {
    private static final List<String> VALUES = List.of("null", "\"\"", "\"text\"", "0", "-1", "2000", "true", "[]",
            "[\"a\"]", "[\"a\", \"a\"]", "[1]", "[{}]", "[null]", "{}", "{\"a\": \"b\"}", "{\"a\": null}",
            "{\"a\": [\"b\"]}", "{\"a\": {}}", "{\"bogus\": 1}", "{\"\": \"\"}", "{\"x-own\": 1}");

    @Test
    void the_library_reads_it_as_draft_07_and_agrees_with_us_on_every_attribute() {
        Schema theirs = SchemaLoader.builder().draftV7Support().schemaJson(new JSONObject(ComposeSchema.text())).build()
                .load().build();
        List<Object> documents = new ArrayList<>();
        for (List<String> line : Table.read("attributes.tsv")) {
            List<Object> place = Table.place(line.get(0));
            VALUES.forEach(value -> documents.add(Table.document(place, Table.json(value))));
            line.subList(1, line.size()).forEach(value -> documents.add(Table.document(place, Table.json(value))));
        }
        assertAll(documents.stream().map(document -> () -> assertEquals(accepts(theirs, document),
                SchemaValidator.check(document).isEmpty(), () -> String.valueOf(document))));
    }

    @Test
    void every_definition_is_used_and_every_reference_leads_to_one() {
        Map<?, ?> definitions = (Map<?, ?>) Objects
                .requireNonNull(JsonText.object(ComposeSchema.text()).get("definitions"));
        TreeSet<Object> used = new TreeSet<>();
        Pattern.compile("\"#/definitions/(\\w+)\"").matcher(ComposeSchema.text()).results()
                .forEach(reference -> used.add(reference.group(1)));
        assertEquals(new TreeSet<Object>(definitions.keySet()), used);
    }

    @Test
    void a_keyword_that_we_do_not_read_is_refused() {
        assertThrows(IllegalStateException.class,
                () -> new SchemaReader(JsonText.object("{\"type\": \"string\", \"minLength\": 1}")).root());
        assertThrows(IllegalStateException.class,
                () -> new SchemaReader(JsonText.object("{\"type\": \"text\"}")).root());
    }

    private static boolean accepts(Schema schema, @Nullable Object document) {
        try {
            schema.validate(JsonTree.of(document));
            return true;
        } catch (ValidationException refused) {
            return false;
        }
    }
}
