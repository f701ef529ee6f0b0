package dev.jcompose;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.command.Surroundings;
import dev.jcompose.engine.EngineSystem.Ping;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Right after an {@code up} that succeeded there is nothing to do: for every sample, and for every case of
 * {@code shared/parity}, if that is beside the repository. A case is played up to its last {@code up}; one without gets
 * an {@code up -d}. In cases that {@code replan/not-empty.txt} lists there is something to start, to wait for or to build
 * by their nature, but nothing else: always, perhaps (that depends on the machine), on engines before an API version, or
 * perhaps on Podman. Others are left out there, as those that wait for a health check: checks are timers of systemd.
 */
@Timeout(900)
class ReplanIT {
    private static final int AT_ONCE = 4;
    private static final String EMPTY = "empty";
    private static final String NOT_PODMAN = "not-podman";
    private static final String NOT_CREATED = "not created";
    private static final String STEP = "[^;]+ (start|await|build): [^;]+";
    private static final Pattern BY_NATURE = Pattern.compile(NOT_CREATED + "|" + STEP + "(; " + STEP + ")*");
    private static final long PATIENCE = 30_000_000_000L;

    /** Removes whatever has a name of these tests. */
    private static final String CLEAN_UP = """
            docker ps -aq --filter name=replan- | xargs -r docker rm -fv
            docker network ls -q --filter name=replan- | xargs -r docker network rm
            docker volume ls -q --filter name=replan- | xargs -r docker volume rm -f
            docker images --format '{{.Repository}}:{{.Tag}}' | grep '^replan-' | xargs -r docker rmi -f
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void an_engine() throws Exception {
        EngineCli.assumeBusybox();
        assumeTrue(hasDockerClient(), "needs a docker client");
        shell(CLEAN_UP, folder, System.getenv());
    }

    @AfterEach
    void clean_up() throws Exception {
        shell(CLEAN_UP, folder, System.getenv());
    }

    @ParameterizedTest
    @ValueSource(strings = {"guestbook", "adminer", "first-format"})
    void is_empty_for_a_sample(String sample) throws Exception {
        assumeFalse(leftOut().contains(sample), "Podman cannot have it; the list says why");
        Path home = Path.of("..", "samples", sample).toAbsolutePath().normalize();
        Path file = home.resolve(sample.equals("first-format") ? "docker-compose.yml" : "compose.yaml");
        Path elsewise = Files.createDirectories(folder.resolve("elsewise")).resolve("compose.yaml");
        try (InputStream text = Objects.requireNonNull(getClass().getResourceAsStream("/replan/" + sample + ".yaml"))) {
            Files.copy(text, elsewise);
        }
        Map<String, String> environment = environment("replan-" + sample, home);
        List<String> project = List.of("-p", "replan-" + sample, "-f", file.toString(), "-f", elsewise.toString());
        Cli.Result up = run(home, environment, project, List.of("up", "-d", "--wait"));
        assertEquals(0, up.code(), up.err());

        Cli.Result plan = run(home, environment, project, List.of("plan", "--format", "json"));

        assertEquals(EMPTY, verdict(plan));
        assertEquals(0, run(home, environment, project, List.of("down", "-v", "-t", "0", "--rmi", "local")).code());
    }

    @Test
    void is_empty_for_every_parity_case() throws Exception {
        Path cases = ParityCase.found();
        assumeTrue(cases != null, "needs ../shared/parity/cases");
        Map<String, Boolean> listed = listed();
        Set<String> leftOut = leftOut();
        Map<String, String> found = new TreeMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Map<String, Future<String>> verdicts = new TreeMap<>();
            for (ParityCase each : ParityCase.in(Objects.requireNonNull(cases))) {
                if (leftOut.contains(each.name())) {
                    continue;
                }
                Callable<String> judging = () -> judge(each, listed.getOrDefault(each.name(), false));
                verdicts.put(each.name(), pool.submit(judging));
            }
            for (Map.Entry<String, Future<String>> verdict : verdicts.entrySet()) {
                found.put(verdict.getKey(), verdict.getValue().get());
            }
        } finally {
            pool.shutdownNow();
        }
        report(found);
        Map<String, String> wrong = new TreeMap<>(found);
        wrong.entrySet().removeIf(each -> each.getValue().equals(EMPTY)
                ? !listed.getOrDefault(each.getKey(), false)
                : listed.containsKey(each.getKey()) && BY_NATURE.matcher(each.getValue()).matches());
        assertEquals(Map.of(), wrong, "what is not empty without being listed, and what is listed and empty");
    }

    private String judge(ParityCase given, boolean never) throws Exception {
        Path copy = given.copyInto(folder);
        Map<String, String> environment = environment(given.project(), copy);
        environment.putAll(given.environment());
        try {
            return replan(given, copy, environment, never);
        } finally {
            run(copy, environment, given.arguments(), List.of("--profile", "*", "down", "-v", "-t", "0"));
        }
    }

    private static String replan(ParityCase given, Path copy, Map<String, String> environment, boolean never)
            throws Exception {
        for (int i = 0; i < given.lastUp(); i++) {
            if (given.steps().get(i) instanceof String script) {
                shell(script, copy, environment);
            } else {
                run(copy, environment, given.arguments(), given.words(i));
            }
            given.edit(copy, i + 1);
        }
        List<String> up = given.lastUp() < 0 ? List.of("up", "-d") : given.words(given.lastUp());
        if (run(copy, environment, given.arguments(), up).code() != 0
                && run(copy, environment, given.arguments(), List.of("create")).code() != 0) {
            return NOT_CREATED;
        }
        String verdict = verdict(run(copy, environment, given.arguments(), planning(up)));
        // Jobs may take a while to end.
        for (long end = System.nanoTime() + PATIENCE; never && verdict.equals(EMPTY) && System.nanoTime() < end;) {
            verdict = verdict(run(copy, environment, given.arguments(), planning(up)));
        }
        return verdict;
    }

    /** The words that ask what an {@code up} of these words would still do. */
    private static List<String> planning(List<String> up) {
        if (up.contains("--scale")) {
            return Stream.concat(up.stream(), Stream.of("--dry-run", "--format", "json")).toList();
        }
        int verb = up.indexOf("up");
        List<String> words = new ArrayList<>(up.subList(0, verb));
        words.addAll(List.of("plan", "--format", "json"));
        up.stream().skip(verb + 1L).filter(word -> !word.startsWith("-")).forEach(words::add);
        return words;
    }

    /** What a plan says, in a line. */
    private static String verdict(Cli.Result plan) {
        if (plan.code() == 1) {
            return plan.err();
        }
        JSONObject document = new JSONObject(plan.out());
        List<String> steps = new ArrayList<>();
        for (Object phase : document.getJSONArray("phases")) {
            for (Object step : ((JSONObject) phase).getJSONArray("steps")) {
                JSONObject each = (JSONObject) step;
                steps.add(each.getString("kind") + " " + each.getString("name") + " " + each.getString("action") + ": "
                        + each.getString("cause"));
            }
        }
        document.getJSONArray("dataLoss").forEach(question -> steps.add(question.toString()));
        return steps.isEmpty() && !document.getBoolean("changes") && plan.code() == 0
                ? EMPTY
                : String.join("; ", steps);
    }

    /** What was found, for people. */
    private static void report(Map<String, String> found) throws IOException {
        StringBuilder text = new StringBuilder();
        found.forEach((name, verdict) -> text.append(name).append(": ").append(verdict.strip()).append('\n'));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "replan.txt"), text);
    }

    /** Cases in which something is left to do by their nature on this engine; whether that is certain. */
    private static Map<String, Boolean> listed() throws IOException {
        Ping engine = Present.engine().orElseThrow();
        Map<String, Boolean> listed = new HashMap<>();
        for (Line line : lines()) {
            boolean here = switch (line.when()) {
                case "always", "perhaps" -> true;
                case "podman" -> engine.isPodman();
                case NOT_PODMAN -> false;
                default -> !Present.speaks(engine, line.when());
            };
            if (here) {
                listed.merge(line.name(), line.when().equals("always"), Boolean::logicalAnd);
            }
        }
        return listed;
    }

    /** Cases and samples that cannot be played on this engine, and are left out. */
    private static Set<String> leftOut() throws IOException {
        boolean here = Present.engine().filter(Ping::isPodman).isPresent();
        return lines().stream().filter(line -> here && line.when().equals(NOT_PODMAN)).map(Line::name).collect(toSet());
    }

    private static List<Line> lines() throws IOException {
        try (InputStream list = Objects.requireNonNull(ReplanIT.class.getResourceAsStream("/replan/not-empty.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(" ", 3))
                    .map(words -> new Line(words[0], words[1])).toList();
        }
    }

    /** What a line of the list says: when, and of what; why is for people. */
    private record Line(String when, String name) {}

    private static Map<String, String> environment(String project, Path home) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("COMPOSE_"));
        environment.put("PWD", home.toString());
        environment.put("PROJECT", project);
        return environment;
    }

    private static Cli.Result run(Path home, Map<String, String> environment, List<String> before, List<String> words) {
        List<String> line = new ArrayList<>(before);
        line.addAll(words);
        StringTerminal terminal = new StringTerminal("");
        int code = CommandLine.run(line,
                new Surroundings(terminal, environment, home, new ProcessEngines(), InstantSource.system()));
        return new Cli.Result(code, terminal.outText(), terminal.errText());
    }

    private static void shell(String script, Path home, Map<String, String> environment) throws Exception {
        String compose = "compose() { '" + String.join("' '", Program.words(List.of())) + "' \"$@\"; }\n";
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", compose + script).directory(home.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        shell.environment().clear();
        shell.environment().putAll(environment);
        shell.start().waitFor();
    }

    private static boolean hasDockerClient() throws InterruptedException {
        try {
            return new ProcessBuilder("docker", "version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
