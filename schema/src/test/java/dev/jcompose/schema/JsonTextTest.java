package dev.jcompose.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void reads_all_kinds_of_values() {
        assertEquals("{a=[1, -2, true, false, null, {}, []], b={c=}}",
                JsonText.object("{\"a\": [1,-2,true ,false,null,{},[ ]],\n\t\"b\":{\"c\":\"\"}} ").toString());
    }

    @Test
    void reads_escapes() {
        assertEquals(Map.of("a\"b\\", List.of("\n\t/\\", "\u03bcs")),
                JsonText.object("{\"a\\\"b\\\\\": [\"\\n\\t\\/\\\\\", \"\\u03bcs\"]}"));
    }

    @Test
    void reads_the_schema_as_any_reader_does() {
        assertEquals(new JSONObject(ComposeSchema.text()).toMap(), JsonText.object(ComposeSchema.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\"}", "{\"a\": 1,}", "{\"a\": 1} x", "{\"a\": \"b}", "{\"a\": [1 2]}",
            "{\"a\": word}", "{\"a\": \"\\u00g1\"}", "{\"a\": \"\\x41\"}", "{\"a\": 1, \"a\": 2}", "{a: 1}"})
    void refuses_what_it_cannot_read(String text) {
        assertThrows(IllegalArgumentException.class, () -> JsonText.object(text));
    }
}
