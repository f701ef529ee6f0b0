package dev.jcompose.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines with their times, however the stream is cut. */
class StampedLinesTest {
    private static final String FIRST = "2026-01-02T13:23:37.100000000Z ";
    private static final String SECOND = "2026-01-02T13:23:38.000000001Z ";

    private final List<String> lines = new ArrayList<>();
    private final StampedLines stamped = new StampedLines((time, text) -> lines.add(time + "|" + text));

    private List<String> read(String stream, int chunk) {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += chunk) {
            stamped.accept(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chunk)));
        }
        stamped.end();
        return lines;
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "31", "1000"})
    void are_whole_wherever_the_stream_is_cut(int chunk) {
        assertEquals(List.of("2026-01-02T13:23:37.100Z|grün 日本 🚀", "2026-01-02T13:23:38.000000001Z|",
                "2026-01-02T13:23:38.000000001Z|last"),
                read(FIRST + "grün 日本 🚀\r\n" + SECOND + "\n" + SECOND + "last", chunk));
    }

    @ParameterizedTest
    @CsvSource({"1000", "16384", "16415", "100000"})
    void of_many_pieces_lose_the_times_between_them(int chunk) {
        String piece = "x".repeat(16 * 1024);
        assertEquals(List.of("2026-01-02T13:23:37.100Z|" + piece + piece + "end", "2026-01-02T13:23:38.000000001Z|b"),
                read(FIRST + piece + FIRST + piece + FIRST + "end\n" + SECOND + "b\n", chunk));
    }

    @Test
    void may_have_characters_that_the_engine_has_cut() {
        String piece = "x".repeat(16 * 1024 - 2) + "\ufffd\ufffd";
        assertEquals(List.of("2026-01-02T13:23:37.100Z|" + piece + "\ufffd" + piece + "end"),
                read(FIRST + piece + FIRST + "\ufffd" + piece + FIRST + "end\n", 5000));
    }

    @Test
    void as_long_as_a_piece_end_with_it() {
        String piece = "x".repeat(16 * 1024);
        assertEquals(List.of("2026-01-02T13:23:37.100Z|" + piece, "2026-01-02T13:23:38.000000001Z|b"),
                read(FIRST + piece + "\n" + SECOND + "b\n", 1000));
    }

    @Test
    void that_tell_times_themselves_keep_them() {
        assertEquals(List.of("2026-01-02T13:23:37.100Z|at " + SECOND + "it rained"),
                read(FIRST + "at " + SECOND + "it rained\n", 10));
    }

    @Test
    void without_a_time_are_kept() {
        assertEquals(List.of("null|no time here at all, but text", "null|x", "2026-01-02T13:23:38.000000001Z|b"),
                read("no time here at all, but text\nx\n" + SECOND + "b\n", 5));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-01-02T13:23:37.123456789Z,      2026-01-02T13:23:37.123456789Z
            2026-01-02T13:23:37Z,                2026-01-02T13:23:37Z
            2026-01-02T13:23:37.5+01:30,         2026-01-02T11:53:37.500Z
            2026-01-02T13:23:37.000000000-05:00, 2026-01-02T18:23:37Z
            2026-02-30T13:23:37Z,                null
            2026-01-02 13:23:37Z,                null
            2026-01-02T13:23:37,                 null
            2026-01-02T13:23:3xZ,                null
            word,                                null
            """)
    void times_are_those_of_RFC_3339(String text, String expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertEquals(expected, String.valueOf(new Stamp().read(bytes, bytes.length)));
    }
}
