package dev.jcompose.config;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.jcompose.env.Environment;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.MemoryFiles;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The digests are those that docker compose 2.40.3 put on what it made of the same project. */
class ConfigHashTest {
    private static final String PROJECT = """
            name: hashes
            services:
              web:
                image: busybox
                command: "true"
                environment: {B: "<&>", A: }
                ports: ["8080:80"]
                volumes: ["./data:/data:ro", "db:/db"]
                healthcheck: {test: curl localhost, interval: 1m30s}
                deploy: {replicas: 2, resources: {limits: {cpus: "0.5", memory: 64m}}}
                labels: [a=b]
                networks: [front]
                develop: {watch: [{path: ., action: rebuild}]}
                depends_on: [db]
              db: {image: busybox}
            networks:
              front:
                driver_opts: {com.docker.network.bridge.name: hashes0}
                labels: {x: y}
                ipam: {config: [{subnet: 10.77.0.0/24}]}
            volumes: {db: {labels: {p: q}}}
            """;

    @Test
    void services_have_the_hash_of_their_label() {
        assertEquals("cc86d45f522096f0d52fb75cdc93cd3bd2d1002c8a2a54f7e6667d773568e51a", service(PROJECT, "web"));
        assertEquals("2afd7866203dca40993313263173003833e9de9c3ad83f2f59484e32a5605234", service(PROJECT, "db"));
    }

    @Test
    void networks_have_the_hash_of_their_label() {
        assertEquals("51fab2bfb2c1612a7649321075f14ed5f0a40a7172575024b6e37552dd2e4028",
                ConfigHash.network(part(PROJECT, "networks", "front")));
        assertEquals("094ae8719a11612bf1fa7af58f6a472544ad1bf8cbefdaffa49e78bfb1c8e619",
                ConfigHash.network(part(PROJECT, "networks", "default")));
    }

    @Test
    void volumes_have_the_hash_of_their_label() {
        assertEquals("719b920fce329f2689862b6bdf657a603a7149fcbac20c81421d2170d87ebe6d",
                ConfigHash.volume(part(PROJECT, "volumes", "db")));
    }

    @Nested
    class What_does_not_shape_a_container {
        private static final String PLAIN = "services: {web: {image: nginx}, db: {image: db}}";

        @Test
        void is_not_in_its_hash() {
            for (String attribute : new String[]{"build: .", "scale: 3", "depends_on: [db]", "pull_policy: always",
                    "profiles: []"}) {
                String changed = PLAIN.replace("image: nginx", "image: nginx, " + attribute);
                assertEquals(service(PLAIN, "web"), service(changed, "web"), attribute);
            }
        }

        @Test
        void everything_else_is() {
            for (String attribute : new String[]{"command: a", "init: false", "labels: [a]", "deploy: {}",
                    "ports: [80]"}) {
                String changed = PLAIN.replace("image: nginx", "image: nginx, " + attribute);
                assertNotEquals(service(PLAIN, "web"), service(changed, "web"), attribute);
            }
        }
    }

    private static String service(String project, String name) {
        return ConfigHash.service(part(project, "services", name));
    }

    private static Mapping part(String project, String section, String name) {
        LoadRequest request = LoadRequest.in(Path.of("/project"))
                .withSource(MemoryFiles.of(Map.of(Path.of("/project/compose.yaml"), project)))
                .withEnvironment(Environment.EMPTY);
        return (Mapping) requireNonNull(ComposeLoader.load(request).tree().at(YamlPath.of(section, name)));
    }
}
