package dev.jcompose.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void spells_out_what_a_terminal_would_obey() {
        assertEquals("compose.yaml:1:2: a\\x1b[2J: unknown '\\x07\\x9b\u00e9'; write\nthis\\x0d", Problem.error(
                new Position("compose.yaml", 1, 2), YamlPath.of("a\u001b[2J"), "unknown '\u0007\u009b\u00e9'",
                "write\nthis\r").toString());
    }
}
