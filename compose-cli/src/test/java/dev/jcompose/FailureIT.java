package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.jcompose.engine.EngineSystem.Ping;
import dev.jcompose.proxy.Fate;
import dev.jcompose.proxy.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A command goes wrong at one of its calls; the next {@code up} or {@code down} sets it right. Two calls of each
 * command are tried with each mishap, others with each; with {@code -Dfailure.every=true} it is every one.
 */
@Timeout(3600)
class FailureIT {
    private static final boolean EVERY = Boolean.getBoolean("failure.every");
    private static final int SAMPLES = 2;
    private static final long SLOW_MILLIS = 700;

    @TempDir
    Path folder = Path.of("");

    /** What is done while a call goes wrong. */
    enum Verb {
        UP, RECREATE, DOWN;

        /** Brings the project to where the command begins. */
        void prepare(SixServices shop) throws IOException {
            if (this != UP) {
                shop.cli.succeed("up", "--detach");
            }
            if (this == RECREATE) {
                shop.change();
            }
        }

        String[] words() {
            return this == DOWN ? new String[]{"down", "--volumes"} : new String[]{"up", "--detach"};
        }
    }

    /** What becomes of a call, and of those after it. */
    private enum Mishap {
        /** The engine says no. */
        REFUSED,
        /** The connection ends before the engine hears of it. */
        CUT,
        /** The engine does it, and the connection ends where the answer should begin. */
        LOST,
        /** To the engine it is all the same whether we are gone or cannot be heard any more. */
        LAST,
        /** It takes its time. */
        SLOW,
        /** Our process is gone before the engine has answered. */
        KILLED;

        Fate fate(int failing, int call) {
            return switch (this) {
                case REFUSED -> call == failing ? Fate.REFUSE : Fate.PASS;
                case CUT -> call == failing ? Fate.CUT : Fate.PASS;
                case LOST -> call == failing ? Fate.LOSE : Fate.PASS;
                case LAST -> call < failing ? Fate.PASS : call == failing ? Fate.LOSE : Fate.CUT;
                case SLOW, KILLED -> Fate.PASS;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_next_command_sets_it_right(Verb verb) throws Exception {
        assumeFalse(verb == Verb.RECREATE && Present.engine().filter(Ping::isPodman).isPresent(),
                "Podman keeps a container whose network another shares");
        int calls = countCalls(verb);
        List<Future<?>> turns = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Mishap mishap : Mishap.values()) {
                for (int number : numbers(calls, (verb.name() + mishap.name()).hashCode())) {
                    turns.add(threads.submit(() -> {
                        turn(verb, mishap, number);
                        return number;
                    }));
                }
            }
        }
        assertAll(turns.stream().map(turn -> turn::get));
    }

    /** Which calls are tried: others for each command and mishap. */
    private static int[] numbers(int calls, int offset) {
        return EVERY
                ? IntStream.rangeClosed(1, calls).toArray()
                : IntStream.range(0, SAMPLES).map(i -> 1 + Math.floorMod(offset + i * calls / SAMPLES, calls))
                        .toArray();
    }

    private int countCalls(Verb verb) throws IOException {
        try (SixServices shop = new SixServices(folder, "failure-none")) {
            verb.prepare(shop);
            shop.cli.proxy.deciding(request -> Fate.PASS);
            shop.cli.succeed(verb.words());
            return shop.cli.proxy.requests().size();
        }
    }

    private void turn(Verb verb, Mishap mishap, int number) throws Exception {
        String name = "failure-%s-%s-%d".formatted(verb, mishap, number).toLowerCase(Locale.ROOT);
        try (SixServices shop = new SixServices(folder, name)) {
            verb.prepare(shop);
            switch (mishap) {
                case REFUSED, CUT, LOST, LAST -> fail(shop, verb, request -> mishap.fate(number, request.number()));
                case SLOW -> delay(shop, verb, number);
                case KILLED -> kill(shop, verb, number);
            }
            if (mishap != Mishap.SLOW) {
                shop.cli.succeed(number % 2 == 0 ? Verb.DOWN.words() : Verb.UP.words());
            }
            if (mishap == Mishap.SLOW ? verb == Verb.DOWN : number % 2 == 0) {
                shop.assertGone();
            } else {
                shop.assertRuns();
            }
        }
    }

    private static void fail(SixServices shop, Verb verb, Function<Request, Fate> decision) {
        shop.cli.proxy.deciding(decision);
        Cli.Result result = shop.cli.run(verb.words());
        shop.cli.proxy.deciding(request -> Fate.PASS);
        assertTrue(result.code() == 0 || result.code() == 1, () -> result.code() + ": " + result.err());
        assertFalse(result.err().contains("\tat "), result::err);
    }

    private static void delay(SixServices shop, Verb verb, int number) {
        shop.cli.proxy.deciding(request -> {
            if (request.number() == number) {
                pause();
            }
            return Fate.PASS;
        });
        shop.cli.succeed(verb.words());
    }

    /** The engine gets the call from a process that is gone; the next command does not wait for what comes of it. */
    private static void kill(SixServices shop, Verb verb, int number) throws Exception {
        CompletableFuture<Process> process = new CompletableFuture<>();
        shop.cli.proxy.deciding(request -> {
            if (request.number() == number) {
                process.join().destroyForcibly();
            }
            return Fate.PASS;
        });
        process.complete(shop.cli.start(verb.words()));
        int code = process.get().waitFor();
        assertTrue(code == 128 + 9 || code == 0, () -> "exit code " + code); // There may be fewer calls than counted.
        shop.cli.proxy.deciding(request -> Fate.PASS);
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
