package dev.jcompose.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that may be written in several ways, and the one that they are kept in. */
class SpellingsTest {
    private static final Origin ORIGIN = Origin.at(new Position("compose.yaml", 3, 5));

    private final Problems problems = new Problems();
    private final Site site = Site.root(problems).key("services").key("web");

    @Nested
    class Durations {
        @ParameterizedTest
        @CsvSource({"90s,1m30s", "1.5h,1h30m0s", "2d,48h0m0s", "1w,168h0m0s", "300ms,300ms", "1500us,1.5ms",
                "10ns,10ns", "0,0s", "-5s,-5s", "1h0m1s,1h0m1s", "1d2h,26h0m0s"})
        void are_kept_in_hours_minutes_and_seconds(String written, String kept) {
            assertEquals(kept, ((Scalar) DurationForm.canonical(Scalar.string(written, ORIGIN), site)).value());
        }

        @ParameterizedTest
        @ValueSource(strings = {"10", "5parsecs", "", "s", "1h 2m", "1..5s"})
        void need_a_number_and_a_known_unit(String written) {
            DurationForm.canonical(Scalar.string(written, ORIGIN), site);
            assertEquals(List.of(ORIGIN.position()), problems.errors().stream().map(Problem::position).toList());
        }
    }

    @Nested
    class Sizes {
        @ParameterizedTest
        @CsvSource({"64m,67108864", "1.5g,1610612736", "10kib,10240", "2GB,2147483648", "7,7", "64 m,67108864",
                "1b,1", "0,0"})
        void are_kept_in_bytes(String written, String bytes) {
            assertEquals(bytes, ((Scalar) ByteSizeForm.canonical(Scalar.string(written, ORIGIN), site)).value());
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "1zb", "m", "1mbb", "1bb", ""})
        void need_a_number_and_a_known_unit(String written) {
            ByteSizeForm.canonical(Scalar.string(written, ORIGIN), site);
            assertEquals(1, problems.errors().size());
        }
    }

    @Nested
    class Command_lines {
        @Test
        void are_split_as_a_shell_does() throws FormException {
            assertEquals(List.of("sh", "-c", "echo $HOME; ls", "a b", ""),
                    ShellWords.split("sh -c 'echo $HOME; ls' a\\ b \"\""));
        }

        @Test
        void keep_substitutions_as_one_word() throws FormException {
            assertEquals(List.of("echo", "$(date +%s)", "`a b`"), ShellWords.split("echo $(date +%s) `a b`"));
        }

        @Test
        void end_at_an_operator() throws FormException {
            assertEquals(List.of("a"), ShellWords.split("a 2>&1"));
            assertEquals(List.of("a"), ShellWords.split("a;b"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a 'b", "a \"b", "a (b)", "a \\", "a `b"})
        void must_close_what_they_open(String line) {
            assertThrows(FormException.class, () -> ShellWords.split(line));
        }
    }

    @Nested
    class Numbers_as_text {
        @ParameterizedTest
        @CsvSource({"1000000,1e+06", "100000.5,100000.5", "0.0001,0.0001", "0.00001,1e-05", "1.5,1.5", "3,3"})
        void are_those_that_containers_see(double number, String text) {
            assertEquals(text, GoText.number(number));
        }

        @ParameterizedTest
        @CsvSource({"1000000,1000000", "1e21,1e+21", "0.0000001,1e-7", "0.5,0.5"})
        void differ_in_JSON(double number, String text) {
            assertEquals(text, GoText.json(number));
        }
    }

    @Nested
    class Addresses {
        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "::1", "2001:db8::1", "::ffff:1.2.3.4", "::", "1:2:3:4:5:6:7:8"})
        void of_both_versions_are_known(String text) {
            assertEquals(true, IpAddress.isValid(text));
        }

        @ParameterizedTest
        @ValueSource(strings = {"300.1.1.1", "1.2.3", "::1::", "host", "1:2:3", "01.2.3.4", "12345::"})
        void of_other_forms_are_not(String text) {
            assertEquals(false, IpAddress.isValid(text));
        }
    }
}
