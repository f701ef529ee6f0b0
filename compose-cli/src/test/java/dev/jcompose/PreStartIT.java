package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.ContainerSummary;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.Labels;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Containers that run to their end before the first one of a service starts. */
@Timeout(180)
class PreStartIT {
    private static final String PREPARED = """
            x-jcompose: {specification: 5}
            services:
              web:
                image: busybox
                command: sh -c "cat /data/log; sleep 600"
                stop_grace_period: 0s
                scale: 2
                environment: {WHO: service, WHERE: here}
                volumes: [data:/data]
                pre_start:
                  - command: [sh, -c, "echo first $$WHO $$WHERE $$PWD >> /data/log"]
                    environment: {WHO: hook}
                    working_dir: /tmp
                  - command: [sh, -c, "echo second $$(id -u) >> /data/log; echo from the hook"]
                    image: busybox:latest
                    user: "0"
            volumes: {data: {}}
            """;

    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void engine() {
        cli = new EngineCli(folder);
    }

    @AfterEach
    void down() {
        cli.close();
    }

    @Test
    void run_once_in_order_with_the_volumes_of_the_service_and_go() throws IOException {
        cli.file("compose.yaml", PREPARED);

        Cli.Result up = cli.run("up", "-d", "--wait");
        Cli.Result again = cli.run("up", "-d");

        assertEquals(0, up.code(), up.err());
        assertTrue(up.err().contains("from the hook"), up.err());
        assertEquals(0, again.code(), again.err());
        assertEquals("first hook here /tmp\nsecond 0\n", cli.run("exec", "-T", "web", "cat", "/data/log").out());
        assertEquals(List.of(), hooks());
        assertEquals(new Cli.Result(0, "", ""), cli.run("plan"));
    }

    @Test
    void are_planned_before_the_first_start_only() throws IOException {
        cli.file("compose.yaml", PREPARED);

        String plan = cli.run("plan").out();

        assertTrue(Pattern.compile("""
                #5 service web +pre_start +pre_start\\[0], no container of web runs +after #3
                #6 service web +pre_start +pre_start\\[1], no container of web runs +after #5
                """).matcher(plan).find(), plan);
    }

    @Test
    void one_that_fails_keeps_the_service_from_starting_and_stays_until_the_next_time() throws IOException {
        cli.file("compose.yaml", PREPARED.replace("echo first", "echo broken >&2; exit 7; echo"));

        Cli.Result failed = cli.run("up", "-d");

        assertEquals(1, failed.code());
        Matcher told = Pattern.compile("service \"web\" pre_start\\[0] exited with code 7: broken \\(hook container "
                + "([0-9a-f]{12}) retained for inspection\\)").matcher(failed.err());
        assertTrue(told.find(), failed.err());
        assertEquals(List.of(told.group(1)), hooks());
        assertEquals("", cli.run("ps", "-q").out());
        assertFalse(cli.run("ps", "-aq", "--no-trunc").out().contains(told.group(1)));

        cli.file("compose.yaml", PREPARED);
        assertEquals(0, cli.run("up", "-d").code());
        assertEquals(List.of(), hooks());
    }

    @Test
    void down_removes_what_one_has_left() throws IOException {
        cli.file("compose.yaml", PREPARED.replace("echo first", "exit 7; echo"));
        assertEquals(1, cli.run("up", "-d").code());

        Cli.Result down = cli.run("down", "-v");

        assertEquals(0, down.code(), down.err());
        assertEquals(List.of(), hooks());
    }

    private List<String> hooks() {
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()))) {
            return engine.containers()
                    .list(ContainerFilter.labelled(Labels.PROJECT + "=" + cli.project, Labels.HOOK + "=pre_start"))
                    .stream().map(ContainerSummary::id).map(id -> id.substring(0, 12)).toList();
        }
    }
}
