package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.command.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every attribute reaches the engine, and there becomes what docker compose makes of it. */
@Timeout(400)
@NeedsEngine(api = "1.49", because = "what its file asks for, such as interface_name")
class AttributesIT {
    private static final String PROJECT = "attributes-it";
    /** What only the program itself heeds, shows in names and labels alone, is done at the start, or holds anyway. */
    private static final Set<String> UNSEEN = Set.of("plain", "attach", "develop", "post-start", "scale",
            "deploy-replicas", "command-empty", "entrypoint-empty", "isolation", "runtime", "blkio-weight", "cgroup",
            "configs-content", "secrets-environment", "depends-on", "deploy-restart-none", "init-off", "platform",
            "container-name");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void a_project_and_both_programs() throws Exception {
        Peer.assumePresent();
        EngineCli.assumeBusybox();
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/attributes/compose.yaml"))) {
            Files.copy(file, folder.resolve("compose.yaml"));
        }
        Files.writeString(folder.resolve("file.txt"), "hello\n");
        Files.writeString(folder.resolve("vars.env"), "A=1\n");
        Files.writeString(folder.resolve("labels.txt"), "L=1\n");
        cleanUp();
    }

    @AfterEach
    void cleanUp() throws Exception {
        remove("container", "ps", "-aq");
        remove("network", "network", "ls", "-q");
        remove("volume", "volume", "ls", "-q");
    }

    @Test
    void becomes_what_docker_compose_makes_of_it() throws Exception {
        assertEquals(0, code("docker", "compose", "-p", PROJECT, "create"));
        Map<String, Map<String, String>> wanted = everything();
        cleanUp();
        StringTerminal terminal = new StringTerminal("");
        int code = CommandLine.run(List.of("-p", PROJECT, "create"), new Surroundings(terminal, System.getenv(), folder,
                new ProcessEngines(), InstantSource.system()));
        assertEquals(0, code, terminal.errText());
        Map<String, Map<String, String>> got = everything();

        assertEquals("", String.join("\n", differences(wanted, got)));
        Map<String, String> plain = Objects.requireNonNull(got.get(name("plain")));
        List<String> ignored = new ArrayList<>();
        got.forEach((name, values) -> {
            String service = values.getOrDefault("/Config/Labels/com.docker.compose.service", "");
            if (!service.isEmpty() && !UNSEEN.contains(service) && own(values).equals(own(plain))) {
                ignored.add(service);
            }
        });
        assertEquals(List.of(), ignored, "nothing of these has reached the engine");
        assertTrue(got.size() > 100, "there are " + got.size());
        assertNotEquals(plain, got.get(name("cap-add")));
    }

    private static String name(String service) {
        return "/" + PROJECT + "-" + service + "-1";
    }

    /** Without what every service has of its own. */
    private static Map<String, String> own(Map<String, String> values) {
        Map<String, String> own = new TreeMap<>(values);
        own.values().removeIf(value -> value.startsWith("ID-OF"));
        own.keySet().removeIf(path -> path.startsWith("/Config/Labels/com.docker.compose.") || path.equals("/Name")
                || path.contains("/Aliases[") || path.contains("/DNSNames["));
        return own;
    }

    private static List<String> differences(Map<String, Map<String, String>> wanted,
            Map<String, Map<String, String>> got) {
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(got.keySet());
        for (String name : names) {
            Map<String, String> one = wanted.getOrDefault(name, Map.of());
            Map<String, String> other = got.getOrDefault(name, Map.of());
            Set<String> paths = new TreeSet<>(one.keySet());
            paths.addAll(other.keySet());
            for (String path : paths) {
                if (!Objects.equals(one.get(path), other.get(path))) {
                    differences.add(name + " " + path + ": " + one.get(path) + ", but got " + other.get(path));
                }
            }
        }
        return differences;
    }

    private Map<String, Map<String, String>> everything() throws Exception {
        Map<String, Map<String, String>> all = new TreeMap<>(Inspected.of(inspected("container", "ps", "-aq")));
        Inspected.of(inspected("network", "network", "ls", "-q")).forEach((name, it) -> all.put("network " + name, it));
        Inspected.of(inspected("volume", "volume", "ls", "-q")).forEach((name, it) -> all.put("volume " + name, it));
        return all;
    }

    private String inspected(String kind, String... list) throws Exception {
        List<String> line = new ArrayList<>(List.of("docker", kind, "inspect"));
        line.addAll(named(list));
        return out(line);
    }

    private void remove(String kind, String... list) throws Exception {
        List<String> line = new ArrayList<>(List.of("docker", kind, "rm", "-f"));
        List<String> names = named(list);
        line.addAll(names);
        if (!names.isEmpty()) {
            out(line);
        }
    }

    private List<String> named(String... list) throws Exception {
        List<String> line = new ArrayList<>(List.of("docker"));
        line.addAll(List.of(list));
        line.addAll(List.of("--filter", "label=com.docker.compose.project=" + PROJECT));
        return out(line).lines().toList();
    }

    private int code(String... words) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(200, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException missing) {
            return -1;
        }
    }

    private String out(List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
