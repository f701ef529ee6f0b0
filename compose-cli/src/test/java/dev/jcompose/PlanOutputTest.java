package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.schema.PlanSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan} and dry runs show. */
@Timeout(60)
class PlanOutputTest {
    private static final String SHOP = """
            name: shop
            services:
              db:
                image: db:1
                command: sleep inf
                volumes: [data:/data]
              web:
                image: web:1
                command: sleep inf
                environment:
                  LOG_LEVEL: info
            volumes:
              data:
                labels: {a: first}
            """;

    @TempDir
    Path folder = Path.of("");
    private Cli cli = new Cli(folder);

    @BeforeEach
    void shop() throws IOException {
        cli = new Cli(folder).file("compose.yaml", SHOP);
        cli.engine.addImage("db:1");
        cli.engine.addImage("web:1");
    }

    @Test
    void the_exit_code_of_a_plan_tells_whether_there_is_anything_to_do() {
        assertEquals(2, cli.run("plan").code());
        assertEquals(0, cli.run("up", "-d").code());
        assertEquals(new Cli.Result(0, "", ""), cli.run("plan"));
        assertEquals(1, cli.run("plan", "nothing").code());
    }

    @Test
    void a_recreation_says_what_changed() throws IOException {
        cli.run("up", "-d");
        cli.file("compose.yaml", SHOP.replace("info", "debug"));

        String out = cli.run("plan").out();

        assertTrue(out.contains("web: recreate: environment.LOG_LEVEL: info → debug (compose.yaml:11:7)"), out);
    }

    @Test
    void every_document_is_of_the_published_schema() throws IOException {
        for (String command : List.of("up", "create", "down", "stop", "start", "restart", "kill", "rm -s", "pause",
                "unpause", "pull", "push", "build", "scale web=2", "run web")) {
            assertDocument(cli, command);
        }
        cli.run("up", "-d");
        cli.file("compose.yaml", SHOP.replace("first", "second").replace("info", "debug"));
        for (String command : List.of("up", "down -v --rmi all", "stop", "restart", "kill", "rm -s", "pause",
                "scale web=2")) {
            assertDocument(cli, command);
        }
        assertEquals(List.of(), PlanSchema.check(cli.run("plan", "--format", "json").out()));
        assertFalse(PlanSchema.check("{\"schemaVersion\":2}").isEmpty());
    }

    @Test
    void a_dry_run_changes_nothing_and_ends_with_0_or_as_json_with_2() {
        assertEquals(0, cli.run("--dry-run", "up", "-d").code());
        assertEquals(2, cli.run("up", "-d", "--dry-run", "--format", "json").code());
        assertEquals(0, cli.run("down", "--dry-run", "--format", "json").code());
        assertEquals("", cli.run("ps", "-aq").out());
    }

    @Test
    void what_would_lose_data_is_listed_apart_and_done_only_with_leave() throws IOException {
        cli.run("up", "-d");
        cli.file("compose.yaml", SHOP.replace("first", "second"));

        assertTrue(cli.run("plan").out().contains(
                "  volume shop_data  recreate  volumes.data: labels.a: first → second (compose.yaml:14:14)"));
        Cli.Result kept = cli.runWithInput("y\n", "up", "-d");
        assertEquals(0, kept.code());
        assertTrue(kept.err().contains("volume \"shop_data\" is kept as it is"), kept.err());
        assertFalse(cli.run("plan").out().isEmpty());
        assertEquals(0, cli.run("up", "-d", "--allow-data-loss", "data").code());
        assertEquals("", cli.run("plan").out());
    }

    private static void assertDocument(Cli cli, String command) {
        String[] words = ("--dry-run " + command + " --format json").split(" ", -1);
        if (command.startsWith("run")) {
            words = "--dry-run run --format json web".split(" ", -1);
        }
        Cli.Result result = cli.run(words);
        if (result.code() != ExitCode.FAILED) {
            assertEquals(List.of(), PlanSchema.check(result.out()), command + result);
        }
    }
}
