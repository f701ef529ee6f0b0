package dev.jcompose.env;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.template.Variables;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DotEnvTest {
    private static final Environment SHELL = Environment.shell(Map.of("HOME", "/root", "A", "shell"));

    private final Problems problems = new Problems();

    private Environment read(String text) {
        return DotEnv.read(".env", text.getBytes(StandardCharsets.UTF_8), SHELL, Environment.EMPTY, problems);
    }

    private Map<String, String> values(String text) {
        Map<String, String> values = read(text).toMap();
        assertEquals(List.of(), problems.errors());
        return values;
    }

    private List<String> errors(String text) {
        read(text);
        return problems.errors().stream().map(Problem::toString).toList();
    }

    @Nested
    class Statements {
        @Test
        void forms() {
            assertEquals(Map.of("X", "1", "Y", "2", "Z", "3", "V.w-x[0]", "4", "EMPTY", ""),
                    values("X=1\nexport Y=2\n\n  Z: 3  \nV.w-x[0] = 4\nEMPTY=\n"));
        }

        @Test
        void a_bare_name_is_passed_on() {
            assertEquals(Map.of("HOME", "/root", "X", "1"), values("HOME\nNOWHERE\nX=1"));
        }

        @Test
        void byte_order_mark_and_windows_line_ends() {
            assertEquals(Map.of("X", "1", "Y", "2"), values("\uFEFFX=1\r\nY='2'\r\n"));
        }

        @Test
        void know_their_line() {
            Variables.Value y = read("# one\nX=1\n\nY='a\nb'\nZ=2\n").find("Y");
            assertEquals(new Variables.Value("a\nb", ".env:4"), y);
            assertEquals(new Variables.Value("2", ".env:6"), read("# one\nX=1\n\nY='a\nb'\nZ=2\n").find("Z"));
        }
    }

    @Nested
    class Values {
        @Test
        void comments_need_a_space_before_them() {
            assertEquals(Map.of("X", "1", "Y", "2#3", "Z", "#4", "Q", "5"),
                    values("X=1 # c\nY=2#3\nZ= #4\nQ='5' # c\n# end"));
        }

        @Test
        void single_quotes_keep_all_but_their_own_escape() {
            assertEquals(Map.of("X", "a $HOME \\n 'b'"), values("X='a $HOME \\n \\'b\\''"));
        }

        @Test
        void double_quotes_have_escapes() {
            assertEquals(Map.of("X", "a\nb\t\"c\" \\ $HOME \\q S é"),
                    values("X=\"a\\nb\\t\\\"c\\\" \\\\ \\$HOME \\q \\0123 é\""));
        }

        @Test
        void octal_escapes_have_four_digits_and_others_lose_their_zero() {
            assertEquals(Map.of("X", "S4 \\61 \\9 \\777 \\q"), values("X=\"\\01234 \\061 \\09 \\0777 \\0q\""));
        }

        @Test
        void refer_to_the_shell_first_then_to_what_was_set_before() {
            assertEquals(Map.of("A", "file", "B", "shell", "C", "1", "D", "1 /root x"),
                    values("A=file\nB=$A\nC=1\nD=\"${C} $HOME ${E:-x}\"\n"));
        }

        @Test
        void unset_variables_are_empty_and_warned_of() {
            assertEquals(Map.of("X", "a"), values("X=a$NOPE"));
            assertEquals(".env:1:3: the variable NOPE is not set and counts as empty; set it, write ${NOPE:-},"
                    + " or '$$' for a plain '$'", problems.warnings().getFirst().toString());
        }
    }

    @Nested
    class Errors {
        @Test
        void have_their_place() {
            assertEquals(List.of(".env:2:3: '!' cannot be part of a variable's name; write NAME=value;"
                    + " names have letters, digits, '_', '.' and '-'"), errors("X=1\nY !=2\n"));
        }

        @Test
        void spaces_in_names() {
            assertEquals(List.of(".env:1:1: a variable's name cannot contain a space; write NAME=value"),
                    errors("a b=1\n"));
        }

        @Test
        void nothing_after_export() {
            assertEquals(List.of(".env:2:8: there is no variable after 'export'; write export NAME=value"),
                    errors("X=1\nexport "));
        }

        @Test
        void unclosed_quotes() {
            assertEquals(List.of(".env:2:3: the quote is not closed; add a closing \""), errors("X=1\nY=\"a\nb\n"));
        }

        @Test
        void required_variables() {
            assertEquals(List.of(".env:1:3: the required variable NOPE is not set: why; set NOPE in the shell or in"
                    + " an env file"), errors("X=${NOPE:?why}"));
        }
    }
}
