package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.Engine;
import dev.jcompose.proxy.Fate;
import dev.jcompose.proxy.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the engine, and how much of it at once. */
@Timeout(180)
class EngineCallsIT {
    @TempDir
    Path folder = Path.of("");
    private RealCli cli;

    @BeforeEach
    void open() throws IOException {
        cli = RealCli.in(folder);
    }

    @AfterEach
    void leave_nothing() {
        if (cli != null) {
            cli.proxy.deciding(request -> Fate.PASS);
            cli.run("down", "--volumes", "--remove-orphans", "--timeout", "0");
            cli.close();
        }
    }

    private static String services(int count) {
        return "services:\n" + IntStream.rangeClosed(1, count).mapToObj(i -> """
                  s%d: {image: busybox, command: sleep 600, network_mode: none, stop_grace_period: 0s}
                """.formatted(i)).collect(Collectors.joining());
    }

    @Test
    void fifty_services_that_run_are_found_to_do_so_with_at_most_ten_calls() throws IOException {
        cli.file("compose.yaml", "name: calls-fifty\n" + services(50));
        cli.succeed("up", "--detach");

        cli.proxy.deciding(request -> Fate.PASS);
        cli.succeed("up", "--detach");

        assertTrue(cli.proxy.requests().size() <= 10, () -> cli.proxy.requests().toString());
        assertEquals(List.of(), changing());
    }

    @Test
    void no_more_calls_than_wanted_are_made_at_once() throws IOException {
        cli.file("compose.yaml", "name: calls-limit\n" + services(8));

        cli.proxy.deciding(request -> Fate.PASS);
        Cli.Result result = cli.runWith(Map.of("COMPOSE_PARALLEL_LIMIT", "2"), "create");

        assertEquals(0, result.code(), result.err());
        assertTrue(changing().size() >= 8, () -> changing().toString());
        assertEquals(2, cli.proxy.mostAtOnce());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "plan web", "up -d --dry-run", "--dry-run up -d --force-recreate --build",
            "up --dry-run", "create --dry-run", "down --dry-run", "down -v --rmi all --dry-run", "stop --dry-run",
            "start --dry-run", "restart --dry-run", "pause --dry-run", "unpause --dry-run", "kill --dry-run",
            "rm -f --dry-run", "rm -fsv --dry-run", "scale --dry-run web=2", "pull --dry-run", "push --dry-run",
            "build --dry-run", "run --dry-run web true", "exec --dry-run db true", "commit --dry-run web x",
            "export --dry-run -o x web",
            "wait --dry-run --down-project web"})
    void what_is_only_planned_is_only_read_for(String words) throws IOException {
        cli.file("compose.yaml", """
                name: calls-dry
                services:
                  web:
                    image: calls-dry/web:1
                    command: sleep 600
                    stop_grace_period: 0s
                    build: {dockerfile_inline: FROM scratch}
                    depends_on: {job: {condition: service_completed_successfully}}
                    volumes: [data:/data]
                  job: {image: busybox, command: "true", network_mode: none}
                  db: {image: busybox, command: sleep 600, network_mode: none, stop_grace_period: 0s}
                volumes: {data: }
                """);
        try (Engine engine = cli.engine()) {
            engine.images().tag("busybox", "calls-dry/web:1");
            cli.succeed("create", "--no-build");
            cli.succeed("start", "db");

            cli.proxy.deciding(request -> Fate.PASS);
            Cli.Result result = cli.run(words.split(" "));

            assertTrue(result.code() == 0 || result.code() == 2, () -> result.code() + result.err());
            assertEquals(List.of(), changing());
            cli.succeed("down", "--volumes", "--timeout", "0");
            engine.images().remove("calls-dry/web:1", false, true);
        }
    }

    private List<Request> changing() {
        return cli.proxy.requests().stream().filter(request -> !request.isReading()).toList();
    }
}
