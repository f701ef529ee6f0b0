package dev.jcompose.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, a load ends soon, in a project or in problems that have a place. */
class HostileInputTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private static String problems(LoadRequest request) {
        InvalidProjectException e = assertTimeoutPreemptively(SOON,
                () -> assertThrows(InvalidProjectException.class, () -> ComposeLoader.load(request)));
        for (Problem problem : e.problems()) {
            assertTrue(problem.toString().matches("(?s).+:\\d+:\\d+: .+"), problem.toString());
        }
        return e.getMessage();
    }

    private static LoadRequest memory(Map<String, String> files) {
        Map<Path, String> all = new LinkedHashMap<>();
        files.forEach((name, text) -> all.put(Path.of("/project").resolve(name), text));
        return LoadRequest.in(Path.of("/project")).withSource(MemoryFiles.of(all));
    }

    private static LoadRequest memory(String text) {
        return memory(Map.of("compose.yaml", text));
    }

    /** Each in a process that has 512 MB; one that needs more ends it, and with it the test of all that follow. */
    @TestFactory
    Stream<DynamicTest> inputs() throws IOException, InterruptedException {
        Map<String, HostileLoads.Result> results = new LinkedHashMap<>();
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), HostileLoads.class.getName(),
                Files.createDirectory(folder.resolve("inputs")).toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertTrue(process.waitFor(15, TimeUnit.MINUTES), () -> "it does not end after " + lastLine(log));
        } finally {
            process.destroyForcibly();
        }
        for (String line : Files.readAllLines(log)) {
            if (line.contains("\t")) {
                HostileLoads.Result result = HostileLoads.Result.parse(line);
                results.put(result.name(), result);
            }
        }
        assertEquals(0, process.exitValue(), () -> "it ended after " + lastLine(log));
        return HostileInputs.all().stream().map(
                input -> DynamicTest.dynamicTest(input.name(), () -> check(input, results.get(input.name()))));
    }

    private static void check(HostileInput input, HostileLoads.@Nullable Result result) {
        assertNotNull(result, "was not loaded");
        String outcome = result.outcome();
        assertTrue(outcome.contains(input.expected()), outcome);
        if (!input.expected().equals(HostileInput.LOADS)) {
            assertTrue(outcome.matches("\\d+ problems, the first: [^ ]+(:\\d+:\\d+)?: .+"), outcome);
        }
        assertTrue(result.millis() < HostileLoads.MOST_MILLIS, () -> "took " + result.millis() + " ms");
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "nothing" : lines.getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void folders_and_devices_in_place_of_files() throws IOException {
        Files.createDirectory(folder.resolve("compose.yaml"));
        assertEquals("compose.yaml:1:1: is a folder", problems(LoadRequest.in(folder)));
        assertTrue(problems(LoadRequest.of(Path.of("/dev/zero"))).contains("is longer than"));
        assertTrue(problems(LoadRequest.of(Path.of("/dev/null"))).contains("nothing is defined"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"env_file: secret.env", "label_file: secret.env",
            "extends: {file: secret.env, service: a}"})
    void a_file_that_may_not_be_read(String attribute) {
        assertTrue(problems(withSecret("services: {a: {image: x, " + attribute + "}}\n"))
                .contains("secret.env: cannot be read: permission denied"));
    }

    @Test
    void an_env_file_of_the_command_line_that_may_not_be_read() {
        assertEquals("secret.env:1:1: cannot be read: permission denied",
                problems(withSecret("services: {a: {image: x}}\n").withEnvFiles(List.of("secret.env"))));
    }

    private static LoadRequest withSecret(String text) {
        LoadRequest request = memory(Map.of("compose.yaml", text, "secret.env", "A=1"));
        return request.withSource(new Guarded(request.source()));
    }

    /** Files of which the secret one may not be read, whoever runs the test. */
    private record Guarded(FileSource files) implements FileSource {
        @Override
        public byte[] read(Path file) throws IOException {
            if (file.endsWith("secret.env")) {
                throw new AccessDeniedException(file.toString());
            }
            return files.read(file);
        }

        @Override
        public byte[] readStandardInput() throws IOException {
            return files.readStandardInput();
        }

        @Override
        public boolean exists(Path path) {
            return files.exists(path);
        }

        @Override
        public boolean isDirectory(Path path) {
            return files.isDirectory(path);
        }

        @Override
        public Path resolveLinks(Path path) {
            return files.resolveLinks(path);
        }
    }

    @Test
    void a_long_chain_of_extends() {
        StringBuilder text = new StringBuilder("services:\n  s10000: {image: x}\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("  s").append(i).append(": {extends: s").append(i + 1).append("}\n");
        }
        assertTrue(problems(memory(text.toString())).contains("services extend each other in a row"));
    }

    @Test
    void a_long_chain_of_includes() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < 2_000; i++) {
            files.put(i == 0 ? "compose.yaml" : "f" + i + ".yaml", "include: [f" + (i + 1) + ".yaml]\n");
        }
        files.put("f2000.yaml", "services: {a: {image: x}}\n");
        assertTrue(problems(memory(files)).contains("files include each other in a row"));
    }

    @Test
    void includes_that_double_at_each_level() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            String next = "f" + (i + 1) + ".yaml";
            files.put(i == 0 ? "compose.yaml" : "f" + i + ".yaml", "include: [" + next + ", " + next + "]\n");
        }
        files.put("f40.yaml", "services: {a: {image: x}}\n");
        assertTrue(problems(memory(files)).contains("more than 1000 files are included"));
    }

    @Test
    void variables_that_default_to_variables_without_end() {
        String nested = "${A:-".repeat(2_000) + "x" + "}".repeat(2_000);
        assertTrue(problems(memory("services: {a: {image: '" + nested + "'}}\n")).contains("levels deep"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "*a ", "&a ", "!reset ", "\t", "\"", "'", "${", "a:\n ",
            "<<: *a\n",
            "---\n", "%YAML 9\n", "|\n", "\\", "\u0000", "\uFFFF", "@", "services: "})
    void the_same_again_and_again(String piece) {
        problems(memory(piece.repeat(3_000)));
    }

    @Test
    void a_good_file_with_characters_changed() {
        String good = """
                x-a: &a {init: true, ports: ["80:80"]}
                services:
                  web:
                    <<: *a
                    image: "nginx:${TAG:-1}"
                    environment: {A: 1, B: "$$x"}
                    volumes: ["./a:/b:ro"]
                    depends_on: {db: {condition: service_healthy}}
                  db: {image: db, extends: web, networks: [n]}
                networks: {n: {ipam: {config: [{subnet: 10.0.0.0/8}]}}}
                """;
        String pieces = "[]{}:,-&*!|>'\"%@`#$ \n\t?<=0aZ~\u0000é";
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int change = 0; change <= i % 4; change++) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, pieces.charAt(random.nextInt(pieces.length())));
            }
            LoadRequest request = memory(text.toString());
            assertTimeoutPreemptively(SOON, () -> {
                try {
                    ComposeLoader.load(request);
                } catch (InvalidProjectException e) {
                    assertTrue(e.getMessage().matches("(?s).+:\\d+:\\d+: .+"), e.getMessage());
                }
            }, text.toString());
        }
    }
}
