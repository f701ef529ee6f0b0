package dev.jcompose.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
