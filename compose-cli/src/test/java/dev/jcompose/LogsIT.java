package dev.jcompose;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code logs --follow} while containers come and go. */
@Timeout(600)
class LogsIT {
    private static final int QUICK = 20;
    private static final int AT_ONCE = 200;
    private static final int LINES = 500;
    private static final String FILE = """
            services:
              web:
                image: busybox
                command: sh -c 'echo "$$WORD"; exec sleep 600'
                environment: {WORD: first}
                network_mode: none
                stop_grace_period: 0s
              writer:
                image: busybox
                command: sh -c 'for i in $$(seq 500); do echo "$$i äöü"; done'
                network_mode: none
                profiles: [writers]
              waiting:
                extends: writer
                command: >-
                  sh -c 'echo ready; until [ -e /sign/go ]; do sleep 1; done;
                  for i in $$(seq 500); do echo "$$i äöü"; done; exec sleep 600'
                stop_grace_period: 0s
                volumes: [./sign:/sign]
            """;

    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void up() throws IOException {
        cli = new EngineCli(folder).file("compose.yaml", FILE);
        succeed("up", "--detach");
    }

    @AfterEach
    void down() {
        cli.run("--profile", "*", "down", "--timeout", "0");
    }

    private void succeed(String... words) {
        Cli.Result result = cli.run(words);
        assertEquals(0, result.code(), result::err);
    }

    private Process follow() throws IOException {
        return withLittleMemory("--profile", "*", "logs", "--follow");
    }

    private Process withLittleMemory(String... words) throws IOException {
        ProcessBuilder program = new ProcessBuilder(Program.words(cli.line(words)))
                .directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        program.environment().put("JDK_JAVA_OPTIONS", "-Xmx48m");
        return program.start();
    }

    @Test
    void containers_are_followed_through_restarts_when_made_anew_and_when_more_come() throws Exception {
        Process logs = follow();
        BufferedReader out = logs.inputReader();
        assertEquals("web-1  | first", out.readLine());
        succeed("restart", "web");
        assertEquals("web-1  | first", out.readLine());
        cli.file("compose.yaml", FILE.replace("first", "second"));
        succeed("up", "--detach");
        assertEquals("web-1  | second", out.readLine());
        succeed("up", "--detach", "--scale", "web=2");
        assertEquals("web-2  | second", out.readLine());
        succeed("down");
        assertEquals(List.of(), out.lines().toList());
        assertEquals(0, logs.waitFor());
    }

    @Test
    void no_line_of_quick_writers_is_lost_or_broken() throws Exception {
        Process logs = follow();
        BufferedReader out = logs.inputReader();
        assertEquals("web-1  | first", out.readLine());
        // The engine waits 20 seconds for followers that lag behind the end of a container.
        Future<List<String>> following = CompletableFuture.supplyAsync(() -> out.lines().toList());
        succeed("up", "--detach", "--scale", "writer=" + QUICK, "writer");
        succeed("wait", "writer");
        succeed("stop", "web");
        assertWhole(following.get(), "writer-", QUICK, List.of());
        assertEquals(0, logs.waitFor());
    }

    @Test
    void no_line_of_200_that_write_at_once_is_lost_or_broken() throws Exception {
        Path sign = Files.createDirectory(folder.resolve("sign"));
        succeed("up", "--detach", "--scale", "waiting=" + AT_ONCE, "waiting");
        Process logs = follow();
        BufferedReader out = logs.inputReader();
        List<String> lines = upTo(out, "| ready");
        Files.createFile(sign.resolve("go"));
        lines.addAll(upTo(out, "| " + LINES + " äöü"));
        succeed("--profile", "*", "kill");
        out.lines().forEach(lines::add);
        assertWhole(lines, "waiting-", AT_ONCE, List.of("ready"));
        assertEquals(0, logs.waitFor());
        assertHistoryIsInOrder();
    }

    private void assertHistoryIsInOrder() throws Exception {
        Process logs = withLittleMemory("logs", "--timestamps", "waiting");
        List<String[]> lines = logs.inputReader().lines().map(line -> line.split("(?<= \\| )|(?<=Z) ", 3)).toList();
        List<String> times = lines.stream().map(parts -> parts[1]).toList();
        assertEquals(times.stream().sorted().toList(), times);
        assertWhole(lines.stream().map(parts -> parts[0] + parts[2]).toList(), "waiting-", AT_ONCE, List.of("ready"));
        assertEquals(0, logs.waitFor());
    }

    /** Reads until each of those that write at once has written a line with that end. */
    private static List<String> upTo(BufferedReader out, String end) throws IOException {
        List<String> lines = new ArrayList<>();
        int ended = 0;
        while (ended < AT_ONCE) {
            String line = requireNonNull(out.readLine(), "ended early");
            lines.add(line);
            ended += line.endsWith(end) ? 1 : 0;
        }
        return lines;
    }

    /** That each container's lines are all there, in their order. */
    private static void assertWhole(List<String> lines, String name, int count, List<String> before) {
        Map<String, List<String>> byContainer = lines.stream().map(line -> line.split(" +\\| ", 2))
                .collect(Collectors.groupingBy(parts -> parts[0], Collectors.mapping(parts -> parts[1],
                        Collectors.toList())));
        List<String> written = Stream.concat(before.stream(),
                IntStream.rangeClosed(1, LINES).mapToObj(i -> i + " äöü")).toList();
        for (int i = 1; i <= count; i++) {
            assertEquals(written, byContainer.getOrDefault(name + i, List.of()), name + i);
        }
    }
}
