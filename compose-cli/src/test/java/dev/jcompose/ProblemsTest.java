package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.schema.SchemaValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.everit.json.schema.Schema;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with files, told to people and to programs. */
class ProblemsTest {
    private static final String QUESTIONABLE = """
            version: "3"
            services:
              web:
                image: web:$TAG
                environment: {ONE: 24.10, TWO: "24.10", THREE: 1_000, FOUR: 0o17, FIVE: True, SIX: 7}
                labels: [a=$TAG]
            """;
    private static final String BROKEN = """
            version: "3"
            services:
              web:
                imag: web
                ports: {a: 80}
            """;

    @TempDir
    Path folder = Path.of("");
    private Cli cli = new Cli(folder);

    @BeforeEach
    void files() throws IOException {
        cli = new Cli(folder).file("compose.yaml", QUESTIONABLE).file("broken.yaml", BROKEN)
                .file("good.yaml", "services: {web: {image: web}}");
    }

    @Nested
    class Warnings {
        @Test
        void each_is_told_once_with_its_place() {
            assertEquals("""
                    warning: compose.yaml:1:1: version: is obsolete and ignored; remove it
                    warning: compose.yaml:4:16: services.web.image: the variable TAG is not set and counts as empty; \
                    set it, write ${TAG:-}, or '$$' for a plain '$'
                    warning: compose.yaml:5:24: services.web.environment.ONE: YAML reads 24.10 as 24.1; \
                    write "24.10" in quotes to keep it as it is
                    warning: compose.yaml:5:52: services.web.environment.THREE: YAML reads 1_000 as 1000; \
                    write "1_000" in quotes to keep it as it is
                    warning: compose.yaml:5:65: services.web.environment.FOUR: YAML reads 0o17 as 15; \
                    write "0o17" in quotes to keep it as it is
                    warning: compose.yaml:5:77: services.web.environment.FIVE: YAML reads True as true; \
                    write "True" in quotes to keep it as it is
                    """, cli.run("config", "-q").err());
        }

        @Test
        void one_that_several_files_lead_to_counts_once() throws IOException {
            cli.file("compose.yaml", """
                    services:
                      web: {image: web, environment: {ONE: 24.10}}
                      two: {extends: web}
                      three: {extends: two}
                    """).file("compose.override.yaml", "services: {web: {environment: [TWO=2]}}");
            assertEquals(1, cli.run("config", "-q").err().lines().count());
        }

        @Test
        void an_env_file_that_names_an_unset_variable_is_told() throws IOException {
            cli.file(".env", "A=1\nB=x$NOBODY\n");
            assertTrue(cli.run("-f", "good.yaml", "config", "-q").err()
                    .startsWith("warning: .env:2:3: the variable NOBODY is not set and counts as empty"));
        }

        @Test
        void strictly_they_are_errors() {
            Cli.Result result = cli.run("config", "--strict");
            assertEquals(1, result.code());
            assertEquals("", result.out());
            assertTrue(result.err().startsWith("compose.yaml:1:1: version: is obsolete"), result.err());
            assertEquals(result, cli.run("--strict", "config"));
            assertEquals(1, cli.run("--strict", "up", "-d").code());
            assertEquals(0, cli.run("-f", "good.yaml", "--strict", "config").code());
        }
    }

    @Nested
    class Json {
        private final Schema schema = schema();

        private Schema schema() {
            try (InputStream text = SchemaValidator.class.getResourceAsStream("problems.schema.json")) {
                assertNotNull(text);
                return SchemaLoader.load(new JSONObject(new JSONTokener(text)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private JSONArray problems(int code, String... words) {
            Cli.Result result = cli.run(words);
            assertEquals(code, result.code(), result.err());
            JSONArray problems = new JSONArray(result.out());
            schema.validate(problems);
            return problems;
        }

        @Test
        void a_good_file_has_none() {
            assertEquals("[]\n", cli.run("-f", "good.yaml", "config", "-q", "--format", "json").out());
            assertEquals(0, problems(0, "-f", "good.yaml", "config", "-q", "--format", "json").length());
        }

        @Test
        void warnings_leave_the_exit_code_alone_unless_strictly() {
            JSONArray warnings = problems(0, "config", "-q", "--format", "json");
            assertEquals(6, warnings.length());
            assertEquals("warning", warnings.getJSONObject(0).getString("severity"));
            assertEquals("error", problems(1, "config", "-q", "--strict", "--format", "json").getJSONObject(0)
                    .getString("severity"));
        }

        @Test
        void errors_and_warnings_come_together_in_file_order() {
            JSONArray problems = problems(1, "-f", "broken.yaml", "config", "-q", "--format", "json");
            assertEquals("warning 1:1 version, error 4:5 services.web.imag, error 5:12 services.web.ports",
                    String.join(", ", problems.toList().stream().map(each -> {
                        JSONObject problem = new JSONObject((Map<?, ?>) each);
                        return problem.getString("severity") + " " + problem.getInt("line") + ":"
                                + problem.getInt("column") + " " + problem.getString("path");
                    }).toList()));
        }

        @Test
        void no_file_at_all_is_a_problem_too() {
            assertEquals(1, problems(1, "-f", "nothing.yaml", "config", "-q", "--format", "json").length());
        }
    }

    @Nested
    class OnTerminals {
        @Test
        void the_line_is_shown_with_the_value_marked() {
            assertEquals("""
                    broken.yaml:4:5: services.web.imag: unknown attribute 'imag'; did you mean 'image'?
                     4 |     imag: web
                       |     ^~~~
                    broken.yaml:5:12: services.web.ports: must be a list, not a mapping; start each item with '- '
                     5 |     ports: {a: 80}
                       |            ^~~~~~~
                    """, cli.variable("NO_COLOR", "1").onTerminal("-f", "broken.yaml", "config").err());
        }

        @Test
        void marks_are_coloured_unless_not_wanted() {
            String plain = cli.onTerminal("--ansi", "never", "-f", "broken.yaml", "config").err();
            assertFalse(plain.contains("\u001b"));
            assertTrue(
                    cli.onTerminal("-f", "broken.yaml", "config").err().contains("\u001b[31m   |     ^~~~\u001b[0m"));
        }

        @Test
        void warnings_are_shown_so_too() {
            assertTrue(cli.onTerminal("--ansi", "never", "config", "-q").err().contains("""
                     5 |     environment: {ONE: 24.10, TWO: "24.10", THREE: 1_000, FOUR: 0o17, FIVE…
                       |                        ^~~~~
                    """));
        }

        @Test
        void a_file_found_further_up_is_shown() throws IOException {
            Path below = Files.createDirectory(folder.resolve("below"));
            cli.file("compose.yaml", BROKEN);
            assertTrue(new Cli(below).onTerminal("config").err().contains(" 4 |     imag: web"));
        }

        @Test
        void control_characters_do_not_reach_the_terminal() throws IOException {
            cli.file("compose.yaml", "services: {web: {imag: \"\u009b31mx\"}}");
            assertFalse(cli.onTerminal("--ansi", "never", "config").err().contains("\u009b"));
        }
    }
}
