package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.command.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * {@code config} prints what docker compose prints, byte by byte, for the samples, for every golden of the loader that
 * loads, and for every {@value #STRIDE}th valid case of {@code shared/conformance}, if that is beside the repository.
 * {@code -Dconfig.stride=1} takes all of those. So do the flags of {@code config} on one project. What differs is
 * written to {@code target/config-bytes.txt}.
 */
class ConfigPeerIT {
    private static final String VERSION = "2.40.3";
    private static final int STRIDE = 7;
    private static final int PEERS = 3;
    private static final int SECONDS = 60;

    private record Result(int code, String out, String err) {}

    @Test
    void prints_the_bytes_of_docker_compose() throws Exception {
        // Other versions print otherwise.
        assumeTrue(Peer.version().startsWith(VERSION), "needs docker compose " + VERSION + " to compare with");
        List<ConfigCase> cases = cases();
        Map<String, String> differences = new TreeMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(PEERS);
        try {
            List<Callable<Result>> calls = new ArrayList<>();
            cases.forEach(each -> calls.add(() -> peer(each)));
            List<Future<Result>> peers = calls.stream().map(pool::submit).toList();
            for (int i = 0; i < cases.size(); i++) {
                Result wanted = peers.get(i).get();
                Result got = ours(cases.get(i));
                if (wanted.code() != got.code() || !same(cases.get(i), wanted.out(), got.out())) {
                    differences.put(cases.get(i).name(), describe(wanted) + "but got " + describe(got));
                }
            }
        } finally {
            pool.shutdownNow();
        }
        report(cases.size(), differences);
        differences.keySet().removeAll(differing());
        assertEquals(Map.of(), differences);
    }

    private static boolean same(ConfigCase given, String wanted, String got) {
        return given.ordered()
                ? wanted.equals(got)
                : wanted.lines().sorted().toList().equals(got.lines().sorted().toList());
    }

    private static String describe(Result result) {
        return "exit code " + result.code() + ":\n" + (result.code() == 0 ? result.out() : result.err());
    }

    private static void report(int cases, Map<String, String> differences) throws IOException {
        StringBuilder text = new StringBuilder();
        differences.forEach((name, difference) -> text.append(name).append(": ").append(difference));
        text.append(cases - differences.size()).append(" of ").append(cases).append(" alike\n");
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "config-bytes.txt"), text);
    }

    private static List<ConfigCase> cases() throws IOException {
        Path reactor = Path.of("").toAbsolutePath().resolve("..").normalize();
        List<ConfigCase> cases = new ArrayList<>(ConfigCase.plain(reactor.resolve("samples")));
        cases.addAll(
                ConfigCase.lines(reactor.resolve("compose-cli/src/test/resources/config-flags/command-lines.txt")));
        cases.addAll(ConfigCase.goldens(reactor.resolve("compose-core/src/test/resources/load")));
        Path shared = shared(reactor);
        if (shared != null) {
            List<ConfigCase> recorded = ConfigCase.recorded(shared);
            for (int i = 0; i < recorded.size(); i += Integer.getInteger("config.stride", STRIDE)) {
                cases.add(recorded.get(i));
            }
        }
        return cases;
    }

    private static @Nullable Path shared(Path reactor) {
        for (Path folder = reactor; folder != null; folder = folder.getParent()) {
            Path cases = folder.resolve("shared/conformance/cases");
            if (Files.isDirectory(cases)) {
                return cases;
            }
        }
        return null;
    }

    /** Cases in which this program differs, one a line; what follows a name says why. */
    private static List<String> differing() throws IOException {
        try (InputStream list = Objects
                .requireNonNull(ConfigPeerIT.class.getResourceAsStream("/config-differences.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(line -> line.split(" ", 2)[0])
                    .toList();
        }
    }

    private static Result ours(ConfigCase given) {
        StringTerminal terminal = new StringTerminal("");
        int code = CommandLine.run(given.words(), new Surroundings(terminal, environment(given), given.folder(),
                new ProcessEngines(), InstantSource.system()));
        return new Result(code, terminal.outText(), terminal.errText());
    }

    private static Result peer(ConfigCase given) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker", "compose"));
        line.addAll(given.words());
        Path err = Files.createTempFile("config-peer", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(line).directory(given.folder().toFile())
                    .redirectInput(Path.of("/dev/null").toFile()).redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment(given));
            Process process = builder.start();
            process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), out, Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }

    /** What the programs need to be found, and what the case sets. */
    private static Map<String, String> environment(ConfigCase given) {
        Map<String, String> environment = new HashMap<>();
        for (String name : List.of("PATH", "HOME", "DOCKER_CONFIG")) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("PWD", given.folder().toString());
        environment.putAll(given.environment());
        return environment;
    }
}
