package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Beside docker compose: what {@code build --print} shows of every attribute and option, and how {@code build} ends
 * with each of its options.
 */
@Timeout(480)
class BuildAsPeerIT {
    private static final String FILE = """
            name: jcompose-build-as-peer
            services:
              web:
                image: jcompose-build-as-peer-web:2
                platform: linux/amd64
                depends_on: [base]
                build:
                  context: ctx
                  dockerfile: D.file
                  args: {A: "1", B: "${HOST_B:-x}", C: , D: 'with $${x}'}
                  target: t
                  ssh: ["k=./k1"]
                  secrets: [one, {source: two, target: zwei}]
                  cache_from: ["type=local,src=./cache", "alpine:latest", "type=registry,ref=x/y"]
                  cache_to: ["type=local,dest=./out", "type=inline"]
                  no_cache: true
                  pull: true
                  platforms: [linux/amd64]
                  tags: ["jcompose-build-as-peer:a", "registry.example/x:1"]
                  labels: {l1: a, l2: 'b c'}
                  network: host
                  shm_size: 128m
                  ulimits: {nofile: {soft: 10, hard: 20}, nproc: 5}
                  extra_hosts: ["a=1.2.3.4", "b:::1", "a=5.6.7.8"]
                  isolation: default
                  entitlements: [network.host]
                  additional_contexts: {o: ./other, i: "docker-image://busybox", s: "service:base", g: "https://github.com/x/y.git#main"}
                  provenance: mode=max
                  sbom: true
              base:
                build: {context: ., dockerfile_inline: "FROM busybox\\nARG X=${X:-y}\\nRUN echo $$X $${Y}\\n", sbom: "generator=x"}
              dot.ted: {build: "https://github.com/x/y.git#v1:sub"}
              n: {depends_on: [base], build: {context: ctx, network: none, shm_size: 1000, args: [P, "Q=1"], privileged: true}}
            secrets:
              one: {file: ./s.txt}
              two: {environment: HOME}
            """;

    private static final String SMALL = """
            services:
              good: {build: {dockerfile_inline: "FROM busybox\\nCOPY k1 /k1\\n"}}
              upon: {build: {context: ., dockerfile_inline: "FROM good\\nRUN true\\n", additional_contexts: {good: "service:good"}}}
              odd: {build: {dockerfile_inline: "from busybox as X\\nRUN true\\n"}}
              broken: {build: {dockerfile_inline: "FROM busybox\\nRUN false\\n"}}
              unread: {build: {dockerfile_inline: "FRO busybox\\n"}}
              pushed: {image: "127.0.0.1:1/jcompose-pushed", build: {dockerfile_inline: "FROM busybox\\n"}}
              pulled: {image: busybox}
            """;

    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void both_programs() throws Exception {
        cli = new EngineCli(folder).file("k1", "").file("s.txt", "").file("ctx/D.file", "").file("other/x", "");
        Peer.assumePresent();
    }

    private Cli.Result peer(String... words) throws IOException, InterruptedException {
        return Peer.run(folder, cli.line(words));
    }

    /** Of which the order is not kept, and without the version of who wrote it. */
    private static Object definition(String json) throws JsonException {
        return sorted(JsonReader.readObject(json));
    }

    private static Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, member) -> sorted.put(String.valueOf(key), sorted(member)));
            sorted.remove("com.docker.compose.version");
            return sorted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(BuildAsPeerIT::sorted).map(String::valueOf).sorted().toList();
        }
        return String.valueOf(value);
    }

    @Test
    void print_the_same_definition() throws Exception {
        cli.file("compose.yaml", FILE);
        for (List<String> options : List.of(List.<String>of(), List.of("--push"), List.of("web"),
                List.of("--build-arg", "P=9", "--build-arg", "A=7", "--ssh",
                        "q=./k1", "--no-cache", "--pull"))) {
            List<String> words = new ArrayList<>(List.of("build", "--print"));
            words.addAll(options);
            String[] line = words.toArray(String[]::new);
            assertEquals(definition(peer(line).out()), definition(cli.run(line).out()), options.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "-q good", "--quiet broken", "broken", "unread", "upon", "good odd",
            "--check good", "--check odd", "--check unread", "--check -q odd", "--builder default good",
            "--builder nosuch good", "--with-dependencies upon", "--no-cache good", "--build-arg A=1 good",
            "--push pushed", "pulled", "pulled good", "nosuch", "-m 64m good", "--progress plain good",
            "--provenance mode=min good", "--sbom true good"})
    @NeedsEngine(notPodman = "has no BuildKit, with which docker compose builds")
    void ends_the_same_way(String options) throws Exception {
        cli.file("compose.yaml", SMALL);
        String[] line = ("build " + options).split(" ");
        Cli.Result wanted = peer(line);
        List<String> theirs = takeImages();
        Cli.Result got = cli.run(line);
        List<String> ours = takeImages();
        assertEquals(wanted.code(), got.code(), got.err());
        assertEquals(theirs, ours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"build --check odd", "build --check --quiet odd"})
    void what_a_check_finds_is_told(String line) throws Exception {
        cli.file("compose.yaml", SMALL);
        Cli.Result got = cli.run(line.split(" "));
        assertEquals(1, got.code());
        assertTrue(got.err().contains("StageNameCasing"), got.err());
    }

    /** The names of the images that were built, which are removed. */
    private List<String> takeImages() throws IOException, InterruptedException {
        List<String> names = docker("image", "ls", "--format", "{{.Repository}}:{{.Tag}}").lines()
                .filter(name -> name.startsWith(cli.project) || name.contains("jcompose-pushed")).sorted().toList();
        for (String name : names) {
            docker("image", "rm", "-f", name);
        }
        return names;
    }

    private static String docker(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker"));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
