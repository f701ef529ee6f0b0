package dev.jcompose.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("up", "down", "restart", "start", "no_cache", "logs", "db", "ps");

    @ParameterizedTest
    @CsvSource({"dwon, down", "strat, start", "Restart, restart", "no-cahce, no_cache", "lgos, logs", "dv, db",
            "pss, ps",
            "upp, up"})
    void is_a_word_that_differs_little(String wrong, String meant) {
        assertEquals(Optional.of(meant), Nearest.to(wrong, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({"x", "xy", "database", "stop-all", "qwerty"})
    void is_none_where_all_differ(String wrong) {
        assertEquals(Optional.empty(), Nearest.to(wrong, KNOWN));
    }

    @Test
    void is_the_first_by_name_of_two_that_are_as_near() {
        assertEquals(Optional.of("cat"), Nearest.to("bat", List.of("hat", "cat")));
    }

    @Test
    void begins_like_the_wrong_one_rather_than_not() {
        assertEquals(Optional.of("web"), Nearest.to("wb", List.of("db", "web")));
    }
}
