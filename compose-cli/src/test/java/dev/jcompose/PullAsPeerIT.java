package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.proxy.Fate;
import dev.jcompose.proxy.Request;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which images {@code pull} asks an engine for, by policy and by option: the same ones as docker compose. */
@Timeout(480)
class PullAsPeerIT {
    private static final String HERE = "jcompose-pull-it/here";
    private static final Pattern IMAGE = Pattern.compile("fromImage=([^&]*)");
    private static final Pattern INSPECTED = Pattern.compile("/images/(.+)/json");
    private static final Pattern TAG = Pattern.compile("(?:^|&)tag=([^&]*)");
    private static final List<List<String>> LINES = List.of(List.of(), List.of("--policy", "missing"),
            List.of("--policy", "always"), List.of("--ignore-buildable"), List.of("web"),
            List.of("--include-deps", "web"), List.of("--include-deps", "--policy", "missing", "web", "both"),
            List.of("-q"), List.of("--ignore-pull-failures"), List.of("--ignore-buildable", "both", "db"));

    @TempDir
    Path folder = Path.of("");
    private RealCli cli;
    private final Set<String> fetched = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void images_of_which_some_are_here() throws IOException, InterruptedException {
        cli = RealCli.in(folder).file("compose.yaml", """
                name: jcompose-pull-it
                services:
                  web: {image: "jcompose-pull-it/web:1", depends_on: [db]}
                  db: {image: "jcompose-pull-it/db:1", depends_on: [deeper]}
                  deeper: {image: "jcompose-pull-it/deeper:1"}
                  twin: {image: "jcompose-pull-it/web:1"}
                  always: {image: "HERE:always", pull_policy: always}
                  missing: {image: "HERE:missing", pull_policy: missing}
                  lacking: {image: "jcompose-pull-it/lacking:1", pull_policy: missing}
                  latest: {image: HERE, pull_policy: missing}
                  other: {image: "HERE:if-not-present", pull_policy: if_not_present}
                  never: {image: "jcompose-pull-it/never:1", pull_policy: never}
                  build: {image: "jcompose-pull-it/build:1", pull_policy: build, build: .}
                  both: {image: "jcompose-pull-it/both:1", build: .}
                  only: {build: .}
                  daily: {image: "HERE:daily", pull_policy: daily}
                  weekly: {image: "HERE:weekly", pull_policy: weekly}
                  rarely: {image: "HERE:rarely", pull_policy: every_1w2d3h4m5s}
                  often: {image: "HERE:often", pull_policy: every_0s}
                  awaited: {image: "jcompose-pull-it/awaited:1", pull_policy: daily}
                """.replace("HERE", HERE));
        Peer.assumePresent();
        try (Engine engine = cli.engine()) {
            for (String tag : tags()) {
                engine.images().tag("busybox", HERE + ":" + tag);
            }
        }
        cli.proxy.deciding(this::pretend);
    }

    private static List<String> tags() {
        return List.of("always", "missing", "latest", "if-not-present", "daily", "weekly", "rarely", "often");
    }

    /**
     * Nothing is really fetched, but what was asked for is there from then on: docker compose looks at it, and gives up
     * all other pulls where one is missing.
     */
    private Fate pretend(Request request) {
        if (request.path().equals("/images/create")) {
            fetched.add(image(request));
            return Fate.GRANT;
        }
        Matcher inspected = INSPECTED.matcher(request.path());
        return inspected.matches() && fetched.contains(decoded(inspected.group(1))) ? Fate.GRANT : Fate.PASS;
    }

    private static String image(Request request) {
        return group(IMAGE, request.query()).replace("docker.io/", "") + ":" + group(TAG, request.query());
    }

    @AfterEach
    void leave_nothing() {
        if (cli != null) {
            try (Engine engine = cli.engine()) {
                for (String tag : tags()) {
                    engine.images().remove(HERE + ":" + tag, false, true);
                }
            } catch (EngineException notTagged) {
                // The test was skipped.
            }
            cli.close();
        }
    }

    private String asked() {
        String asked = cli.proxy.requests().stream().filter(request -> request.path().equals("/images/create"))
                .map(PullAsPeerIT::image).sorted().collect(Collectors.joining("\n"));
        fetched.clear();
        cli.proxy.deciding(this::pretend);
        return asked;
    }

    private static String group(Pattern pattern, String query) {
        Matcher matcher = pattern.matcher(query);
        return matcher.find() ? decoded(matcher.group(1)) : "";
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private String peer(List<String> words) throws Exception {
        List<String> line = new ArrayList<>(List.of("docker", "compose", "pull"));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DOCKER_HOST", cli.proxy.address());
        Process process = builder.start();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        assertEquals(0, process.waitFor(), () -> "docker compose pull " + words);
        return asked();
    }

    private String ours(List<String> words) {
        List<String> line = new ArrayList<>(List.of("pull"));
        line.addAll(words);
        cli.succeed(line.toArray(String[]::new));
        return asked();
    }

    @Test
    void whatever_the_options_are() throws Exception {
        StringBuilder theirs = new StringBuilder();
        StringBuilder ours = new StringBuilder();
        for (List<String> line : LINES) {
            theirs.append(line).append(":\n").append(peer(line)).append('\n');
            ours.append(line).append(":\n").append(ours(line)).append('\n');
        }
        assertEquals(theirs.toString(), ours.toString());
    }

    @Test
    void what_can_be_built_instead_is_told() throws IOException {
        cli.proxy.deciding(request -> Fate.PASS);
        cli.file("compose.yaml", """
                name: jcompose-pull-it
                services:
                  a: {image: "127.0.0.1:1/jcompose-pull-it/a", build: .}
                  b: {image: "127.0.0.1:1/jcompose-pull-it/b"}
                """);

        Cli.Result result = cli.run("pull");

        assertEquals(1, result.code());
        assertTrue(result.err().contains("to be built instead: jcompose build a\n"), result.err());
        assertEquals(0, cli.run("pull", "--ignore-pull-failures").code());
    }
}
