package dev.jcompose.env;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.source.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Env files of the format raw. */
class RawEnvTest {
    private final Problems problems = new Problems();

    private Map<String, String> values(String text) {
        return RawEnv.read("raw.env", text.getBytes(StandardCharsets.UTF_8), Environment.EMPTY, Environment.EMPTY,
                problems).toMap();
    }

    @Test
    void quotes_dollars_and_comments_after_values_are_text() {
        assertEquals(Map.of("A", "'$B' # c", "C", ""), values("# c\nA='$B' # c\n\n  C=\nUNSET\n"));
    }

    @Test
    void lines_end_with_a_line_feed_only() {
        assertEquals(Map.of("A", "1\rB=2", "C", "3", "D", "4"), values("A=1\rB=2\r\nC=3\nD=4\r"));
    }

    @Test
    void names_are_checked() {
        values("=x\nA B=1\n");
        assertEquals(List.of("raw.env:1:1: a variable has no name; write NAME=value",
                "raw.env:2:1: a variable's name cannot contain white space; write NAME=value"),
                problems.errors().stream().map(Object::toString).toList());
    }
}
