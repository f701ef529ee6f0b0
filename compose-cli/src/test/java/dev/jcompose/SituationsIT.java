package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.command.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in situations, by docker compose and by jcompose: exit codes, output and what the engine has afterwards. */
class SituationsIT {
    private static final String FIRST = "sit-a";
    private static final String SECOND = "sit-b";
    private static final long PATIENCE = 5_000_000_000L;

    @TempDir
    Path folder = Path.of("");

    private record Result(int code, String out) {}

    @BeforeEach
    void a_project_and_both_programs() throws Exception {
        Peer.assumePresent();
        EngineCli.assumeBusybox();
        for (String name : List.of("compose.yaml", "more.yaml", "network.yaml", "renamed.yaml")) {
            try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/situations/" + name))) {
                Files.copy(file, folder.resolve(name));
            }
        }
        cleanUp();
    }

    @AfterEach
    void cleanUp() throws Exception {
        for (String project : List.of(FIRST, SECOND)) {
            peer(project, "--profile", "*", "down", "-v", "-t", "0", "--remove-orphans");
        }
        new ProcessBuilder("docker", "image", "rm", "-f", "sit-commit:1").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"running.txt", "flags.txt", "files-and-logs.txt"})
    void commands_that_change_nothing(String table) throws Exception {
        peer(FIRST, "up", "-d");
        peer(FIRST, "up", "-d", "job");
        peer(FIRST, "wait", "job");
        List<String> differences = new ArrayList<>();
        for (Situation situation : Situation.read("/situations/" + table)) {
            String[] words = situation.words().toArray(String[]::new);
            compare(situation, peer(FIRST, words), ours(FIRST, words), differences);
        }
        assertEquals("", String.join("\n", differences));
    }

    @ParameterizedTest
    @ValueSource(strings = {"changing.txt", "changing-flags.txt", "states.txt"})
    void commands_that_change_something(String table) throws Exception {
        List<String> differences = new ArrayList<>();
        for (Situation situation : Situation.read("/situations/" + table)) {
            String[] words = situation.words().toArray(String[]::new);
            compare(situation, peer(FIRST, words), ours(SECOND, words), differences);
            String wanted = state(FIRST);
            String got = state(SECOND);
            // The engine's list may be a moment behind its answers.
            for (long end = System.nanoTime() + PATIENCE; !wanted.equals(got) && System.nanoTime() < end;) {
                wanted = state(FIRST);
                got = state(SECOND);
            }
            if (!wanted.equals(got)) {
                differences.add(situation + ": state:\n" + wanted + "but got:\n" + got);
            }
        }
        assertEquals("", String.join("\n", differences));
    }

    private static void compare(Situation situation, Result wanted, Result got, List<String> differences) {
        if (situation.difference().isEmpty() && !wanted.out().equals(got.out())) {
            differences.add(situation + ": prints:\n" + wanted.out() + "but got:\n" + got.out());
        }
        if (!situation.answersElsewise() && wanted.code() != got.code()) {
            differences.add(situation + ": exit code " + wanted.code() + ", but got " + got.code());
        }
    }

    private Result peer(String project, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("-p", project, "-f", "compose.yaml"));
        line.addAll(List.of(words));
        Cli.Result result = Peer.run(folder, line);
        return new Result(result.code(), Lasting.of(result.out()));
    }

    private Result ours(String project, String... words) {
        StringTerminal terminal = new StringTerminal("");
        List<String> line = new ArrayList<>(List.of("-p", project, "-f", "compose.yaml"));
        line.addAll(List.of(words));
        int code = CommandLine.run(line, new Surroundings(terminal, System.getenv(), folder, new ProcessEngines(),
                InstantSource.system()));
        return new Result(code, Lasting.of(terminal.outText()));
    }

    private static String state(String project) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("docker", "ps", "-a", "--filter",
                "label=com.docker.compose.project=" + project, "--format",
                "{{.Names}} {{.State}} {{.Label \"com.docker.compose.service\"}} "
                        + "{{.Label \"com.docker.compose.container-number\"}} {{.Networks}}")
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Lasting.of(out.lines().sorted().reduce("", (a, b) -> a + b + "\n"));
    }

    /** Output without what differs between any two runs. */
    private static final class Lasting {
        private Lasting() {
        }

        static String of(String text) {
            return text.replace("\u001b[K", "").replace("\r", "").replace(SECOND, FIRST)
                    .replaceAll("\u001b\\[[0-9;]*m", "")
                    .replaceAll("[0-9a-f]{64}", "ID").replaceAll("run-[0-9a-f]{12}", "run-ID")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                    .replaceAll(
                            "(Less than a second|About a minute|About an hour|\\d+ (seconds?|minutes?|hours?))( ago)?",
                            "AGO")
                    .replaceAll("127\\.0\\.0\\.1:\\d+", "ADDRESS").replaceAll(" {2,}", "  ");
        }
    }
}
