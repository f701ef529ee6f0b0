package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.Present;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an ignore file of random lines leaves of a folder is the same for docker compose and for jcompose. */
@Timeout(180)
class IgnoredAsByPeerIT {
    private static final int CONTEXTS = 120;
    private static final List<String> TREE = List.of("Dockerfile", "a", "b.txt", ".h", "ab/a", "ab/b.txt", "ab/c/a",
            "ab/c/d.java", "ab/c/e/a.txt", "abc/.h", "abc/a b", "c/Dockerfile", "c/a.java", "c/e/e/a", "c/[x]",
            "d]/a", "e^/b", "f+g/h.txt", "x-y/a", "z/ab/a", "z/ab/c/k");
    private static final List<String> PIECES = List.of("a", "b.txt", "ab", "abc", "c", "e", "z", "*", "**", "*.txt",
            "**/*.java", "?", "a?", "[a-c]", "[^a]*", "[ab]*", "a*", "**a", "ab**", "*b*", "f+g", "x-y", "d]", "e^",
            "^e*", "\\[x\\]", "[[]x*", "[a*]", "[a&&b]", ".h", ".", "..", "Dockerfile", "a b", "h.txt", "**/a");
    private static final List<String> PREFIXES = List.of("", "", "", "", "/", "./", "!", "!", "!", "! ", " ", "!/", "#",
            "!./");
    private static final List<String> ENDS = List.of("", "", "", "", "/", " ", "\r", "/**", "/*");

    @TempDir
    Path folder;

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** One to six lines. */
    private static String lines(Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(6); line >= 0; line--) {
            text.append(pick(PREFIXES, random));
            for (int piece = random.nextInt(3); piece > 0; piece--) {
                text.append(pick(PIECES, random)).append('/');
            }
            text.append(pick(PIECES, random)).append(pick(ENDS, random)).append('\n');
        }
        return text.toString();
    }

    private void contexts(Random random) throws Exception {
        StringBuilder services = new StringBuilder("name: ignoring\nservices:\n");
        for (int i = 0; i < CONTEXTS; i++) {
            Path context = folder.resolve("s" + i);
            for (String name : TREE) {
                Path file = context.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, name.endsWith("Dockerfile") ? "FROM scratch\nCOPY . /\n" : "");
            }
            Files.createSymbolicLink(context.resolve("ab/link"), Path.of("../c"));
            String lines = lines(random);
            while (!isValid(lines)) {
                lines = lines(random);
            }
            Files.writeString(context.resolve(".dockerignore"), lines);
            services.append("  s").append(i).append(": {build: {context: s").append(i)
                    .append(random.nextInt(4) == 0 ? ", dockerfile: c/Dockerfile" : "").append("}}\n");
        }
        Files.writeString(folder.resolve("compose.yaml"), services);
    }

    private static boolean isValid(String lines) {
        try {
            IgnoreRules.parse(lines);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private Map<String, NavigableMap<String, String>> sentByPeer(ContextCatcher engine, Map<String, String> environment)
            throws Exception {
        ProcessBuilder compose = new ProcessBuilder("docker", "compose", "build").directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
        compose.environment().putAll(environment);
        Process process = compose.start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "docker compose does not end");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("said")));
        return engine.caught();
    }

    private Map<String, NavigableMap<String, String>> sentByUs(ContextCatcher catcher,
            Map<String, String> environment) {
        Project project = ComposeLoader.load(LoadRequest.of(folder.resolve("compose.yaml"))).project();
        try (Engine engine = DockerEngine.connect(DockerHost.of(catcher.address()))) {
            Builders.of(engine, environment).build(project, Projects.targets(project), BuildOptions.DEFAULTS,
                    Projects.DEAF);
        }
        return catcher.caught();
    }

    /** Files and links; docker compose has the engine make folders that are left out themselves. */
    private static Map<String, String> files(Map<String, String> entries) {
        Map<String, String> files = new TreeMap<>(entries);
        files.values().removeIf(type -> type.equals("FOLDER"));
        return files;
    }

    @Test
    void whatever_the_lines_are() throws Exception {
        assumeTrue(Present.answers("docker", "compose", "version"), "needs docker compose");
        contexts(new Random(20240611));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("DOCKER_BUILDKIT", "0");
        try (ContextCatcher engine = new ContextCatcher()) {
            environment.put("DOCKER_HOST", engine.address());
            environment.put("DOCKER_CONFIG", Files.createDirectories(folder.resolve("config")).toString());
            plugin(environment);
            Map<String, NavigableMap<String, String>> theirs = sentByPeer(engine, environment);
            Map<String, NavigableMap<String, String>> ours = sentByUs(engine, environment);

            List<String> differences = new ArrayList<>();
            assertEquals(CONTEXTS, theirs.size());
            for (int i = 0; i < CONTEXTS; i++) {
                NavigableMap<String, String> wanted = theirs.getOrDefault("ignoring-s" + i, new TreeMap<>());
                NavigableMap<String, String> got = ours.getOrDefault("ignoring-s" + i, new TreeMap<>());
                if (!files(wanted).equals(files(got)) || !got.keySet().containsAll(wanted.keySet())) {
                    differences.add(Files.readString(folder.resolve("s" + i + "/.dockerignore"),
                            StandardCharsets.UTF_8) + "-> " + wanted + "\nbut got " + got);
                }
            }
            assertEquals("", String.join("\n\n", differences));
        }
    }

    /** The client looks for its plugins beside its configuration. */
    private static void plugin(Map<String, String> environment) throws Exception {
        String before = System.getenv("DOCKER_CONFIG");
        Path plugins = Path.of(before == null ? System.getProperty("user.home") + "/.docker" : before, "cli-plugins");
        if (Files.isDirectory(plugins)) {
            Files.createSymbolicLink(Path.of(environment.getOrDefault("DOCKER_CONFIG", ""), "cli-plugins"), plugins);
        }
    }
}
