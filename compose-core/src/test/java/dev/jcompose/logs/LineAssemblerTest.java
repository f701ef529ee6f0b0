package dev.jcompose.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAssemblerTest {
    private final List<String> lines = new ArrayList<>();
    private final LineAssembler assembler = new LineAssembler(lines::add);

    @Test
    void joins_a_line_from_chunks_that_end_inside_a_character() {
        byte[] text = "größe €\nrest".getBytes(StandardCharsets.UTF_8);

        for (byte one : text) {
            assembler.accept(new byte[]{one}, 0, 1);
        }
        assembler.end();

        assertEquals(List.of("größe €", "rest"), lines);
    }

    @Test
    void takes_only_the_part_it_is_given() {
        assembler.accept("xxab\ncdyy".getBytes(StandardCharsets.UTF_8), 2, 5);
        assembler.end();

        assertEquals(List.of("ab", "cd"), lines);
    }

    @Test
    void keeps_empty_lines_and_adds_none_at_the_end() {
        assembler.accept("a\n\nb\n".getBytes(StandardCharsets.UTF_8), 0, 5);
        assembler.end();

        assertEquals(List.of("a", "", "b"), lines);
    }
}
