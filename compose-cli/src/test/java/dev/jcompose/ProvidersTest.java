package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Services and models that programs run: here shell scripts, which write down what they are called with. */
@Timeout(60)
class ProvidersTest {
    private static final String SHOP = """
            name: shop
            services:
              db:
                provider:
                  type: acme
                  options: {size: [small, large], colour: blue}
              web:
                image: web:1
                command: sleep inf
                depends_on: [db]
            """;

    @TempDir
    Path folder = Path.of("");
    private Cli cli = new Cli(folder);

    @BeforeEach
    void shop() throws IOException {
        cli = new Cli(folder).file("compose.yaml", SHOP)
                .variable("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"))
                .variable("DOCKER_CONFIG", folder.resolve("docker").toString());
        cli.engine.addImage("web:1");
    }

    private void script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\necho \"$@\" >> " + folder.resolve("calls") + "\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private List<String> environment() {
        return cli.engine.containers().inspect("shop-web-1").config().environment();
    }

    @Test
    void a_program_on_the_path_is_called_and_its_variables_reach_dependents() throws IOException {
        script("bin/acme", """
                [ "$2" = metadata ] && exit 1
                echo '{"type":"info","message":"hello"}'
                echo '{"type":"debug","message":"nothing"}'
                echo '{"type":"setenv","message":"URL=acme://db"}'
                echo '{"type":"rawsetenv","message":"PLAIN=yes"}'
                """);

        Cli.Result up = cli.run("up", "-d");

        assertEquals(0, up.code(), up.err());
        assertTrue(environment().containsAll(List.of("DB_URL=acme://db", "PLAIN=yes")), environment().toString());
        assertTrue(calls().contains(
                "compose --project-name=shop up --size=small --size=large --colour=blue db"), calls().toString());
        Cli.Result plan = cli.run("plan");
        assertEquals(0, plan.code(), plan.out());
        assertTrue(cli.run("up", "-d").err().contains("Container shop-web-1  Running"));
        assertEquals(0, cli.run("down").code());
        assertEquals("compose --project-name=shop down --size=small --size=large --colour=blue db",
                calls().getLast());
    }

    @Test
    void a_plugin_of_the_docker_client_gets_the_options_that_it_knows() throws IOException {
        script("docker/cli-plugins/docker-acme",
                """
                        [ "$2" = metadata ] &&
                        echo '{"description":"a","up":{"parameters":[{"name":"colour","required":true}]},"down":{"parameters":[]}}'
                        exit 0
                        """);

        assertEquals(0, cli.run("up", "-d").code());

        assertEquals("compose --project-name=shop up --colour=blue db", calls().getLast());
    }

    @Test
    void run_has_them_up_first_and_tells_the_command() throws IOException {
        script("bin/acme", """
                [ "$2" = metadata ] && exit 1
                echo '{"type":"setenv","message":"URL=acme://db"}'
                """);

        Cli.Result run = cli.run("run", "-d", "--name", "task", "web", "true");

        assertEquals(0, run.code(), run.err());
        assertTrue(calls().contains("compose --project-name=shop up --size=small --size=large --colour=blue db"),
                calls().toString());
        assertTrue(cli.engine.containers().inspect("task").config().environment().contains("DB_URL=acme://db"));
    }

    @Test
    void one_that_can_be_stopped_is() throws IOException {
        script("bin/acme",
                "[ \"$2\" = metadata ] && echo '{\"stop\":{\"parameters\":[{\"name\":\"colour\"}]}}'\nexit 0\n");
        assertEquals(0, cli.run("up", "-d").code());

        assertEquals(0, cli.run("stop", "-t", "0").code());

        assertEquals("compose --project-name=shop stop --colour=blue db", calls().getLast());
    }

    @Test
    void one_that_cannot_be_stopped_is_left_alone() throws IOException {
        script("bin/acme", "[ \"$2\" = metadata ] && echo '{\"description\":\"a\"}'\nexit 0\n");
        assertEquals(0, cli.run("up", "-d").code());

        assertEquals(0, cli.run("stop", "-t", "0").code());

        assertEquals("compose metadata", calls().getLast());
    }

    @Test
    void what_it_says_against_it_is_told() throws IOException {
        script("bin/acme", "echo '{\"type\":\"error\",\"message\":\"no money left\"}'\n");

        Cli.Result failed = cli.run("up", "-d");

        assertEquals(1, failed.code());
        assertTrue(failed.err().contains("services.db: no money left"), failed.err());
    }

    @Test
    void a_program_that_is_not_there_is_told() {
        assertTrue(cli.run("up", "-d").err().contains("neither a Docker plugin docker-acme nor a program acme"));
    }

    @Test
    void models_are_fetched_set_up_and_told_to_those_who_use_them() throws IOException {
        cli.file("compose.yaml", """
                name: shop
                services:
                  web:
                    image: web:1
                    command: sleep inf
                    models:
                      my-llm: {endpoint_var: AI_URL}
                models:
                  my-llm:
                    model: ai/small
                    context_size: 4096
                    runtime_flags: [--fast]
                """);
        script("docker/cli-plugins/docker-model", """
                case "$1" in
                ls) echo '[{"id":"1","tags":["ai/other"]}]';;
                status) echo '{"endpoint":"http://models:1"}';;
                esac
                """);

        Cli.Result up = cli.run("up", "-d");

        assertEquals(0, up.code(), up.err());
        assertEquals(List.of("ls --json", "pull ai/small", "configure --context-size 4096 ai/small -- --fast",
                "status --json"), calls());
        assertTrue(environment().containsAll(List.of("AI_URL=http://models:1", "MY_LLM_MODEL=ai/small")),
                environment().toString());
        assertEquals(0, cli.run("plan").code());
    }
}
