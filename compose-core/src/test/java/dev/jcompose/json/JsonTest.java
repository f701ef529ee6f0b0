package dev.jcompose.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void reads_what_it_writes() throws JsonException {
        String text = """
                {
                  "text": "a \\"quoted\\" \\\\ line\\nand a bell \\u0007, é, 😀",
                  "numbers": [
                    0,
                    -12,
                    1.5
                  ],
                  "nothing": null,
                  "yes": true,
                  "empty": {},
                  "none": []
                }""";

        assertEquals(text, JsonWriter.write(JsonReader.read(text)));
    }

    @Test
    void writes_in_one_line_what_is_to_be_compact() throws JsonException {
        String text = "{\"a\":[1,{\"b\":\"c d\"}],\"none\":[],\"nothing\":null}";

        assertEquals(text, JsonWriter.writeCompact(JsonReader.read(text)));
    }

    @Test
    void whole_numbers_are_exact_as_long_as_they_are_longs() throws JsonException {
        assertEquals(List.of(9223372036854771712L, Long.MIN_VALUE, 1.8446744073709552E19, 1e3),
                JsonReader.read("[9223372036854771712,-9223372036854775808,18446744073709551615,1e3]"));
    }

    @Test
    void escapes_are_read_in_all_their_forms() throws JsonException {
        assertEquals(Map.of("a/b", "\u00e9\t\ud83d\ude00"),
                JsonReader.read(" {\"a\\/b\":\"\\u00E9\\t\\ud83d\\ude00\"} "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\"}", "{\"a\":1,}", "[1 2]", "\"a", "\"\\x\"", "\"\\u12\"", "tru", "-", "1 1",
            "{a:1}"})
    void refuses_all_else(String text) {
        assertThrows(JsonException.class, () -> JsonReader.read(text));
    }

    @Test
    void refuses_what_is_nested_without_end() {
        assertThrows(JsonException.class, () -> JsonReader.read("[".repeat(100_000)));
    }
}
