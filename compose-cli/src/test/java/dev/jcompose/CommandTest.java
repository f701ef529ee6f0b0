package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandTest {
    @TempDir
    Path folder = Path.of("");
    private Cli cli = new Cli(folder);

    @BeforeEach
    void shop() throws IOException {
        cli = new Cli(folder).file("compose.yaml", """
                name: shop
                services:
                  db:
                    image: db:1
                    command: sleep inf
                  web:
                    image: web:1
                    command: sh -c "echo hello; sleep inf"
                    depends_on: [db]
                """);
        cli.engine.addImage("db:1");
        cli.engine.addImage("web:1");
    }

    @Nested
    class Words {
        @Test
        void version_has_three_forms() {
            assertEquals("jcompose version v0.1.0\n", cli.run("version").out());
            assertEquals("0.1.0\n", cli.run("version", "--short").out());
            assertEquals("{\"version\":\"v0.1.0\"}\n", cli.run("version", "--format=json").out());
        }

        @Test
        void a_flag_can_be_turned_off_with_an_attached_value() {
            assertEquals("jcompose version v0.1.0\n", cli.run("version", "--short=false").out());
        }

        @Test
        void an_unknown_command_is_told_in_a_line_with_the_nearest_one() {
            assertEquals(new Cli.Result(1, "", "unknown command \"verion\"; did you mean 'version'?\n"),
                    cli.run("verion"));
        }

        @Test
        void an_unknown_flag_is_told_in_a_line_with_the_nearest_one() {
            assertEquals(new Cli.Result(1, "", "unknown flag: --detsch; did you mean --detach?\n"),
                    cli.run("up", "--detsch"));
        }

        @Test
        void global_options_come_before_the_command() {
            assertEquals(1, cli.run("ps", "--project-name", "x").code());
            assertEquals(0, cli.run("--project-name", "x", "ps").code());
        }

        @Test
        void an_option_may_have_the_name_of_a_command_for_a_value() {
            assertEquals(0, cli.run("-p", "up", "ps").code());
        }

        @Test
        void a_number_that_is_none_is_told() {
            assertEquals(new Cli.Result(1, "", "invalid argument \"x\" for --timeout: use a whole number\n"),
                    cli.run("stop", "-t", "x"));
        }

        @Test
        void flags_that_contradict_each_other_are_told() {
            assertEquals(new Cli.Result(1, "", "--build and --no-build are incompatible\n"),
                    cli.run("up", "-d", "--build", "--no-build"));
        }

        @Test
        void help_fits_eighty_columns() {
            for (String name : CommandTable.NAMES) {
                for (String line : cli.run(name, "--help").out().lines().toList()) {
                    assertTrue(line.length() <= 80, name + ": " + line);
                }
            }
            assertTrue(cli.run("--help").out().lines().allMatch(line -> line.length() <= 80));
        }

        @Test
        void run_leaves_words_after_the_service_alone() {
            assertEquals("-la --rm @file\n", cli.run("run", "--rm", "-T", "--no-deps", "--quiet", "web", "echo", "-la",
                    "--rm", "@file").out());
        }
    }

    @Nested
    class Running {
        @Test
        void up_creates_and_starts_in_order() {
            Cli.Result up = cli.run("up", "-d");
            assertEquals(0, up.code(), up.err());
            assertEquals("", up.out());
            assertTrue(up.err().contains(" Container shop-web-1  Started\n"), up.err());
            assertEquals("shop-db-1\nshop-web-1\n", cli.run("ps", "--format", "{{.Name}}").out());
        }

        @Test
        void up_again_changes_nothing_and_says_what_runs() {
            cli.run("up", "-d");
            List<String> writes = cli.engine.writes();
            Cli.Result again = cli.run("up", "-d");
            assertEquals(0, again.code(), again.err());
            assertEquals(writes, cli.engine.writes());
            assertEquals(" Container shop-db-1  Running\n Container shop-web-1  Running\n",
                    again.err().lines().sorted().map(line -> line + "\n").reduce("", String::concat));
        }

        @Test
        void plan_tells_by_its_exit_code_whether_there_is_something_to_do() {
            assertEquals(2, cli.run("plan").code());
            cli.run("up", "-d");
            assertEquals(new Cli.Result(0, "", ""), cli.run("plan"));
        }

        @Test
        void a_dry_run_prints_the_plan_and_writes_nothing() {
            Cli.Result dry = cli.run("--dry-run", "up", "-d");
            assertEquals(0, dry.code());
            assertTrue(dry.out().contains("container shop-web-1"), dry.out());
            assertEquals(List.of(), cli.engine.writes());
            assertEquals(dry, cli.run("up", "-d", "--dry-run"));
        }

        @Test
        void down_removes_what_up_made_and_is_silent_the_second_time() {
            cli.run("up", "-d");
            assertEquals(0, cli.run("down").code());
            assertEquals("", cli.run("ps", "-a", "-q").out());
            assertEquals(new Cli.Result(0, "", ""), cli.run("down"));
        }

        @Test
        void stop_and_start_keep_the_containers() {
            cli.run("up", "-d");
            String ids = cli.run("ps", "-q").out();
            assertEquals(0, cli.run("stop").code());
            assertEquals("", cli.run("ps", "-q").out());
            assertEquals(0, cli.run("start").code());
            assertEquals(ids, cli.run("ps", "-q").out());
        }

        @Test
        void run_exits_with_the_commands_code() {
            assertEquals(7, cli.run("run", "--rm", "-T", "--no-deps", "web", "sh", "-c", "exit 7").code());
            assertEquals("", cli.run("ps", "-a", "-q").out());
        }

        @Test
        void run_passes_input_on() {
            assertEquals("hi\n", cli.runWithInput("hi\n", "run", "--rm", "-T", "--no-deps", "-q", "web", "cat").out());
        }

        @Test
        void exec_needs_a_container_that_runs() {
            Cli.Result exec = cli.run("exec", "web", "true");
            assertEquals(new Cli.Result(1, "", "service \"web\" is not running\n"), exec);
        }

        @Test
        void logs_carry_the_containers_name() {
            cli.run("up", "-d");
            assertEquals("web-1  | hello\n", cli.run("logs", "web").out());
            assertEquals("hello\n", cli.run("logs", "--no-log-prefix", "web").out());
        }

        @Test
        void a_name_is_enough_to_take_a_project_down() throws IOException {
            cli.run("up", "-d");
            Cli elsewhere = new Cli(folder.resolve("none"));
            Cli.Result down = cli.run("-p", "shop", "down");
            assertEquals(0, down.code(), down.err());
            assertEquals("", cli.run("ps", "-a", "-q").out());
            assertEquals(List.of(), elsewhere.engine.writes());
        }
    }

    @Nested
    class Tables {
        @Test
        void ps_prints_its_heading_where_there_is_nothing() {
            assertEquals("NAME      IMAGE     COMMAND   SERVICE   CREATED   STATUS    PORTS\n", cli.run("ps").out());
        }

        @Test
        void ps_prints_one_json_object_a_line_with_sorted_fields() {
            cli.run("up", "-d");
            List<String> lines = cli.run("ps", "--format", "json").out().lines().toList();
            assertEquals(2, lines.size());
            assertTrue(lines.getFirst().startsWith("{\"Command\":"), lines.getFirst());
            assertTrue(lines.getFirst().contains("\"Name\":\"shop-db-1\""), lines.getFirst());
        }

        @Test
        void ps_tells_an_unknown_service() {
            Cli.Result ps = cli.run("ps", "nobody");
            assertEquals(1, ps.code());
            assertTrue(ps.err().startsWith("no such service: nobody"), ps.err());
        }

        @Test
        void ls_counts_containers_by_state() {
            cli.run("up", "-d");
            assertTrue(cli.run("ls").out().contains("running(2)"));
            assertEquals("shop\n", cli.run("ls", "-q").out());
        }
    }

    @Nested
    class Mistakes {
        @Test
        void are_told_with_file_line_and_column_and_nothing_is_created() throws IOException {
            cli.file("compose.yaml", "services:\n  web:\n    imgae: x\n");
            Cli.Result up = cli.run("up", "-d");
            assertEquals(1, up.code());
            assertTrue(up.err().startsWith("compose.yaml:3:5: "), up.err());
            assertTrue(up.err().contains("image"), up.err());
            assertEquals(List.of(), cli.engine.writes());
        }

        @Test
        void are_json_for_editors() throws IOException {
            cli.file("compose.yaml", "services:\n  web:\n    imgae: x\n");
            Cli.Result config = cli.run("config", "-q", "--format", "json");
            assertEquals(1, config.code());
            assertTrue(config.out().startsWith("[{\"file\":\"compose.yaml\",\"line\":3,\"column\":5,"), config.out());
        }

        @Test
        void of_a_project_that_has_none_are_an_empty_list() {
            assertEquals(new Cli.Result(0, "[]\n", ""), cli.run("config", "-q", "--format", "json"));
        }

        @Test
        void without_any_file_are_told() {
            Cli.Result config = cli.run("-f", "absent.yaml", "config");
            assertEquals(1, config.code());
            assertTrue(config.err().contains("absent.yaml"), config.err());
        }
    }
}
