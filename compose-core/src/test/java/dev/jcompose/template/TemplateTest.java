package dev.jcompose.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Map<String, String> SET = Map.of("A", "a", "E", "", "B", "b");

    private static Expansion expand(String text) {
        return Template.expand(text, name -> {
            String value = SET.get(name);
            return value == null ? null : new Variables.Value(value, "shell");
        });
    }

    private static List<String> faults(String text) {
        return expand(text).faults().stream().map(f -> f.offset() + ": " + f.message()).toList();
    }

    private static List<String> missing(String text) {
        return expand(text).uses()
                .stream()
                .filter(Expansion.Use::missing)
                .map(u -> u.offset() + ":" + u.name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"$A|a", "${A}|a", "x$A.y|xa.y", "$$A|$A", "$${A}|${A}", "$1|$1", "a$|a$",
            "$-|$-", "${A-x}|a", "${U-x}|x", "${E-x}|''", "${E:-x}|x", "${U:-}|''", "${A+x}|x", "${E+x}|x",
            "${E:+x}|''",
            "${U+x}|''", "${A:+x}|x", "${A?x}|a", "${E?x}|''", "${U:-${B}}|b", "${U:-${V:-${A}}}|a",
            "${U:-x} ${A} ${V-y}|x a y", "${U:-{x}}|{x}", "${U:-x}}|x}", "${U:-a$$b}|a$b", "${U-:?-+}|:?-+",
            "$A$B|ab", "${A}${B}|ab", "${U:-$A-$B}|a-b", "$a_1|''", "${U:-{}|{", "${A:-x}{y}|a{y}"})
    void expands(String text, String expected) {
        assertEquals(expected, expand(text).text());
        assertEquals(List.of(), faults(text));
    }

    @Nested
    class Faults {
        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {"${}|0", "x ${|2", "${A|0", "${1}|0", "${A B}|0", "${A:}|0", "${A:=b}|0",
                "${U:-${}}|5", "'${U:-x\ny}'|0"})
        void have_the_place_of_their_dollar(String text, int offset) {
            assertEquals(List.of(offset + ": '${' begins no variable"), faults(text));
        }

        @Test
        void of_required_variables() {
            assertEquals(List.of("0: the required variable U is not set: set it"), faults("${U?set it}"));
            assertEquals(List.of("2: the required variable E is empty"), faults("x ${E:?}"));
            assertEquals(List.of("0: the required variable U is not set: a"), faults("${U:?${A}}"));
        }

        @Test
        void in_text_that_is_not_needed_show_all_the_same() {
            assertEquals(List.of("5: the required variable U is not set: x"), faults("${A:-${U?x}}"));
        }

        @Test
        void are_collected() {
            assertEquals(2, faults("${U?} ${V?}").size());
        }
    }

    @Nested
    class Uses {
        @Test
        void of_unset_variables_without_a_word_for_that_case() {
            assertEquals(List.of("0:U", "2:V"), missing("$U${V}"));
            assertEquals(List.of(), missing("${U-}${U:-}${U+x}$$U"));
            assertEquals(List.of("5:V"), missing("${A:-$V}"));
        }

        @Test
        void say_who_supplied_the_value() {
            assertEquals(List.of(new Expansion.Use(0, "A", "a", "shell", false),
                    new Expansion.Use(2, "U", "d", "default", false)), expand("$A${U:-d}").uses());
        }
    }
}
