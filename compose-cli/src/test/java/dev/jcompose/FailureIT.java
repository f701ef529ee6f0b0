package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.Engine;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.Observer;
import dev.jcompose.proxy.Fate;
import dev.jcompose.proxy.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code up} goes wrong at each of its calls in turn; the next command sets it right. */
@Timeout(600)
class FailureIT {
    private static final String SHOP = """
            services:
              job: {image: busybox, command: "true", network_mode: none}
              db:
                image: busybox
                command: sleep 600
                stop_grace_period: 0s
                networks: [back]
                volumes: [data:/data, /cache]
                depends_on: {job: {condition: service_completed_successfully}}
              cache: {image: busybox, command: sleep 600, network_mode: none, stop_grace_period: 0s}
              api:
                image: busybox
                command: sleep 600
                stop_grace_period: 0s
                networks: [back]
                depends_on: [db, cache]
                configs: [{source: key, mode: 0400}]
              web: {image: busybox, command: sleep 600, network_mode: none, depends_on: [api], stop_grace_period: 0s}
              side: {image: busybox, command: sleep 600, network_mode: "service:web", stop_grace_period: 0s}
            networks: {back: }
            volumes: {data: }
            configs: {key: {content: hush}}
            """;
    private static final List<String> RUNNING = List.of("api running", "cache running", "db running", "job",
            "side running", "web running");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_call_that_is_refused() throws Exception {
        atEachCall("refused", (number, call) -> call == number ? Fate.REFUSE : Fate.PASS, true);
    }

    @Test
    void a_call_that_is_done_and_whose_answer_is_lost() throws Exception {
        atEachCall("lost", (number, call) -> call == number ? Fate.LOSE : Fate.PASS, false);
    }

    /** To the engine it is all the same whether we are gone or cannot be heard any more. */
    @Test
    void a_call_that_is_our_last() throws Exception {
        atEachCall("last", (number, call) -> call < number ? Fate.PASS : call == number ? Fate.LOSE : Fate.CUT, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 14, 20})
    void our_process_is_killed(int number) throws Exception {
        try (Shop shop = new Shop("failure-killed-" + number)) {
            CompletableFuture<Process> process = new CompletableFuture<>();
            shop.cli.proxy.deciding(request -> {
                if (request.number() == number) {
                    process.join().destroyForcibly();
                }
                return Fate.PASS;
            });
            process.complete(shop.cli.start("up", "--detach"));
            assertEquals(128 + 9, process.get().waitFor());

            shop.cli.proxy.deciding(request -> Fate.PASS);
            shop.cli.succeed("up", "--detach");
            shop.assertRuns();
        }
    }

    @Test
    void calls_that_take_their_time() throws IOException {
        try (Shop shop = new Shop("failure-slow")) {
            shop.cli.proxy.deciding(request -> {
                pause(request.number() % 5 * 20L);
                return Fate.PASS;
            });
            shop.cli.succeed("up", "--detach");
            shop.assertRuns();
        }
    }

    /** What happens to a call, by the number of the one that fails and its own. */
    private interface Mishap {
        Fate of(int failing, int call);
    }

    private void atEachCall(String name, Mishap mishap, boolean thenDown) throws Exception {
        int calls = countCalls();
        inTurns(calls, number -> () -> {
            try (Shop shop = new Shop("failure-" + name + "-" + number)) {
                shop.fail(call -> mishap.of(number, call.number()));
                if (thenDown && number % 2 == 0) {
                    shop.assertGoes();
                } else {
                    shop.cli.succeed("up", "--detach");
                    shop.assertRuns();
                }
            }
            return number;
        });
    }

    private int countCalls() throws IOException {
        try (Shop shop = new Shop("failure-none")) {
            shop.cli.proxy.deciding(request -> Fate.PASS);
            shop.cli.succeed("up", "--detach");
            return shop.cli.proxy.requests().size();
        }
    }

    private static void inTurns(int count, IntFunction<Callable<Integer>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> all = IntStream.rangeClosed(1, count)
                    .mapToObj(number -> threads.submit(work.apply(number))).toList();
            for (Future<Integer> each : all) {
                each.get();
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The project under a name of its own. */
    private final class Shop implements AutoCloseable {
        final RealCli cli;
        private final String name;

        Shop(String name) throws IOException {
            this.name = name;
            this.cli = RealCli.in(Files.createDirectories(folder.resolve(name)));
            cli.file("compose.yaml", "name: " + name + "\n" + SHOP);
        }

        void fail(Function<Request, Fate> decision) {
            cli.proxy.deciding(decision);
            Cli.Result result = cli.run("up", "--detach");
            cli.proxy.deciding(request -> Fate.PASS);
            assertTrue(result.code() == 0 || result.code() == 1, () -> result.code() + ": " + result.err());
            assertFalse(result.err().contains("\tat "), result::err);
        }

        void assertRuns() {
            try (Engine engine = cli.engine()) {
                Observation seen = Observer.observe(engine, name);
                assertEquals(RUNNING, seen.containers().stream()
                        .map(container -> container.name().replaceFirst(name + "-(.*)-1", "$1 ")
                                + container.status().text())
                        .map(line -> line.startsWith("job") ? "job" : line) // It may be running again, or have ended.
                        .toList(), name);
                assertEquals(1, seen.networksNamed(name + "_back").size(), name);
            }
            assertTrue(List.of(List.of(), List.of("job start")).contains(planned()), () -> planned().toString());
        }

        /** All that {@code up} would do: run again what is to run once, as docker compose does. */
        private List<String> planned() {
            return cli.run("plan").out().lines()
                    .map(line -> line.replaceFirst(".*container " + name + "-(.*)-1 +(\\S+) .*", "$1 $2"))
                    .filter(line -> !line.contains("await")).toList();
        }

        void assertGoes() {
            cli.succeed("down", "--volumes");
            try (Engine engine = cli.engine()) {
                Observation seen = Observer.observe(engine, name);
                assertEquals(List.of(), seen.containers(), name);
                assertEquals(List.of(), seen.networksNamed(name + "_back"), name);
                assertTrue(seen.volume(name + "_data").isEmpty(), name);
            }
        }

        @Override
        public void close() {
            cli.proxy.deciding(request -> Fate.PASS);
            assertGoes();
            cli.close();
        }
    }
}
