package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One-off tasks on a real engine. */
@Timeout(300)
class RunIT {
    private static final long PATIENCE = 30_000_000_000L;
    private static final String TASK = """
            services:
              task:
                image: busybox
                command: echo %s
                network_mode: none
                x-run-once: {inputs: [migrations]}
                depends_on: [db]
              db: {image: busybox, command: sleep 600, network_mode: none, stop_grace_period: 0s}
            """;

    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void project() throws IOException {
        cli = new EngineCli(folder).file("compose.yaml", TASK.formatted("hello")).file("migrations/1.sql", "one");
    }

    @AfterEach
    void down() {
        cli.close();
    }

    /** Containers and how they are, by service; one-off ones with a mark. */
    private List<String> containers() {
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()))) {
            return Observer.containers(engine, cli.project).stream().map(RunIT::told).sorted().toList();
        }
    }

    /** The engine's list may be a moment behind its answers, and it removes what has ended in its own time. */
    private void assertContainers(List<String> expected) {
        List<String> seen = containers();
        for (long end = System.nanoTime() + PATIENCE; !seen.equals(expected) && System.nanoTime() < end;) {
            seen = containers();
        }
        assertEquals(expected, seen);
    }

    private static String told(ObservedContainer container) {
        return container.service() + (container.oneOff() ? "* " : " ") + container.status().text();
    }

    private String run(String... options) {
        List<String> line = new ArrayList<>(List.of("run", "--rm", "--quiet", "-T"));
        line.addAll(List.of(options));
        line.add("task");
        Cli.Result result = cli.run(line.toArray(String[]::new));
        assertEquals(0, result.code(), result.err());
        return result.out();
    }

    @Test
    void what_has_succeeded_once_is_not_run_again_until_something_changes() throws IOException {
        assertEquals("hello\n", run());
        assertEquals("", run());
        assertContainers(List.of("db running", "task* exited"));
        Cli.Result plan = cli.run("--dry-run", "run", "--rm", "task");
        assertTrue(plan.out().startsWith("run task: skipped, container "), plan.out());

        cli.file("migrations/2.sql", "two");
        assertTrue(cli.run("--dry-run", "run", "--rm", "task").out().contains("create"));
        assertEquals("hello\n", run());
        assertEquals("", run());

        cli.file("compose.yaml", TASK.formatted("changed"));
        assertEquals("changed\n", run());
        assertEquals("", run());
    }

    @Test
    void what_has_failed_is_run_again() throws IOException {
        cli.file("compose.yaml", TASK.replace("echo %s", "sh -c 'echo tried; exit 3'"));
        for (int i = 0; i < 2; i++) {
            Cli.Result result = cli.run("run", "--rm", "--quiet", "-T", "task");
            assertEquals(3, result.code());
            assertEquals("tried\n", result.out());
        }
        assertContainers(List.of("db running"));
    }

    @Test
    void the_flag_asks_for_the_same_as_the_file() throws IOException {
        cli.file("compose.yaml", TASK.formatted("hello").replaceAll(".*x-run-once.*\n", ""));
        assertEquals("hello\n", run("--once"));
        assertEquals("", run("--once"));
        assertEquals("hello\n", run());
    }

    @Test
    void what_was_started_for_a_run_is_stopped_and_what_ran_before_is_not() {
        cli.run("run", "--rm", "--quiet", "-T", "--cleanup-deps", "task", "true");
        assertContainers(List.of("db exited", "task* exited"));
        assertEquals(0, cli.run("up", "--detach", "db").code());
        cli.run("run", "--rm", "--quiet", "-T", "--cleanup-deps", "task", "echo");
        assertContainers(List.of("db running", "task* exited", "task* exited"));
    }

    @Test
    void a_task_that_takes_too_long_is_stopped_with_a_code_of_its_own() {
        Cli.Result late = cli.run("run", "--rm", "--quiet", "-T", "--no-deps", "--timeout", "1s", "db", "sh", "-c",
                "trap 'exit 0' TERM; while :; do sleep 0.1; done");
        assertEquals(124, late.code());
        assertTrue(late.err().contains("longer than 1s"), late.err());
        assertContainers(List.of());
        assertEquals(7, cli.run("run", "--rm", "--quiet", "-T", "--no-deps", "--timeout", "10m", "db", "sh", "-c",
                "exit 7").code());
    }

    @Test
    void runs_at_the_same_time_have_names_of_their_own() throws Exception {
        assertEquals(0, cli.run("up", "--detach", "db").code());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Cli.Result>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String word = "number " + i;
                all.add(threads.submit(() -> cli.run("run", "--quiet", "-T", "task", "echo", word)));
            }
            for (int i = 0; i < 4; i++) {
                Cli.Result result = all.get(i).get();
                assertEquals("number " + i + "\n", result.out(), result.err());
            }
        }
        assertContainers(List.of("db running", "task* exited", "task* exited", "task* exited", "task* exited"));
    }

    @Test
    void variables_that_are_only_named_have_values_from_outside_or_none() throws IOException {
        cli.file(".env", "FROM_FILE=x");
        String script = "echo $FROM_FILE; export | grep NOWHERE";
        Cli.Result ran = cli.run("run", "--rm", "--quiet", "-T", "-e", "FROM_FILE", "-e", "NOWHERE", "db", "sh", "-c",
                script);
        assertEquals("x\n", ran.out(), ran.err());
        assertEquals(0, cli.run("up", "--detach", "db").code());
        Cli.Result executed = cli.run("exec", "-T", "-e", "FROM_FILE", "-e", "NOWHERE", "db", "sh", "-c", script);
        assertEquals("x\n", executed.out(), executed.err());
    }

    @Test
    void options_are_read_as_docker_compose_reads_them() {
        Cli.Result quoted = cli.run("run", "--rm", "--quiet", "-T", "--no-deps", "--entrypoint",
                "sh -c 'echo \"a  b\" $0'", "db", "c");
        assertEquals("a  b c\n", quoted.out(), quoted.err());
        assertMistake("label", "run", "--label", "alone", "db");
        assertMistake("incompatible", "run", "--publish", "81", "--service-ports", "db");
        assertMistake("--entrypoint", "run", "--entrypoint", "sh 'x", "db");
        assertMistake("--publish", "run", "--publish", "nonsense", "db");
        assertMistake("--timeout", "run", "--timeout", "soon", "db");
    }

    @Test
    void containers_learn_of_the_proxies_that_the_user_has_configured_for_them() throws IOException {
        cli.file("compose.yaml",
                TASK.replace("echo %s", "env").replace("[db]", "[db]\n    environment: {no_proxy: own}"))
                .file("docker/config.json", "{\"proxies\": {\"default\": {\"httpProxy\": \"http://p.example:1\","
                        + " \"noProxy\": \"a,b\"}, \"tcp://other\": {\"ftpProxy\": \"http://f.example\"}}}");
        String host = DockerHost.fromEnvironment(System.getenv()).address();
        Cli.Result run = cli.runWith(Map.of("DOCKER_CONFIG", folder.resolve("docker").toString(), "DOCKER_HOST", host),
                "run", "--rm", "--quiet", "-T", "task");
        assertEquals(List.of("HTTP_PROXY=http://p.example:1", "NO_PROXY=a,b", "http_proxy=http://p.example:1",
                "no_proxy=own"), run.out().lines().filter(line -> line.contains("_")).sorted().toList(), run::err);
    }

    @Test
    void a_volume_that_no_file_declares_is_one_of_the_engine() throws IOException {
        String volume = cli.project + "-free";
        try {
            for (String script : List.of("echo kept > /x/y", "cat /x/y")) {
                Cli.Result result = cli.run("run", "--rm", "--quiet", "-T", "--no-deps", "-v", volume + ":/x", "db",
                        "sh", "-c", script);
                assertEquals(script.startsWith("cat") ? "kept\n" : "", result.out(), result.err());
            }
        } finally {
            assertContainers(List.of());
            try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()))) {
                engine.volumes().remove(volume, false);
            }
        }
    }

    private void assertMistake(String named, String... words) {
        Cli.Result result = cli.run(words);
        assertEquals(1, result.code(), result.out());
        assertTrue(result.err().contains(named), result.err());
        assertContainers(List.of());
    }
}
