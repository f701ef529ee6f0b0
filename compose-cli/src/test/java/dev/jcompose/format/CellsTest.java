package dev.jcompose.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Widths as terminals have them. */
class CellsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            web,            3
            naïve,          5
            nai\u0308ve,    5
            日本語,           6
            한국,            4
            ｱ,              1
            🚀,             2
            👩‍🚀,            2
            👍🏽,             2
            🇩🇪,             2
            ❤️,             2
            ⌚,             2
            ✓,              1
            '',             0
            """)
    void counts_columns(String text, int width) {
        assertEquals(width, Cells.width(text));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            web-server, 10, web-server
            web-server,  9, web-serv…
            日本語日本語,    7, 日本語…
            日本語日本語,    6, 日本…
            ab👩‍🚀cd,      5, ab👩‍🚀…
            ab👩‍🚀cd,      4, ab…
            """)
    void shortens_between_characters(String text, int width, String expected) {
        assertEquals(expected, Cells.shortened(text, width));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ab,  4, 'ab  '
            日本, 5, '日本 '
            日本, 2, 日本
            """)
    void fills_up(String text, int width, String expected) {
        assertEquals(expected, Cells.padded(text, width));
    }
}
