package dev.jcompose.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.Present;
import dev.jcompose.config.ConfigWriter;
import dev.jcompose.config.Format;
import dev.jcompose.env.Environment;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LocalFiles;
import dev.jcompose.registry.Credentials;
import dev.jcompose.registry.LoopbackRegistry;
import dev.jcompose.registry.Reference;
import dev.jcompose.registry.RegistryClient;
import dev.jcompose.remote.RemoteAccess;
import dev.jcompose.remote.RemoteResources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one of jcompose and docker compose publishes, both load, and print alike. */
class PublishedByPeerIT {
    @TempDir
    Path folder;

    private LoopbackRegistry registry;

    @BeforeEach
    void a_project() throws Exception {
        registry = new LoopbackRegistry();
        assumeTrue(Present.answers("docker", "compose", "version"), "needs docker compose");
        Files.writeString(folder.resolve("compose.yaml"), """
                name: shop
                services:
                  web:
                    image: busybox
                    env_file:
                      - web.env
                    extends:
                      file: base.yaml
                      service: base
                    volumes: [./data:/data]
                """);
        Files.writeString(folder.resolve("base.yaml"), "services: {base: {labels: {a: b}}}");
        Files.writeString(folder.resolve("over.yaml"), "services: {web: {command: \"echo ${X:-x}\"}}");
        Files.writeString(folder.resolve("web.env"), "A=1\n");
    }

    @AfterEach
    void close() throws IOException {
        registry.close();
    }

    private String peer(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(words));
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().put("__TEST__INSECURE__REGISTRY__", "1");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(true, process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0,
                    Files.readString(err));
            return out;
        } finally {
            process.destroyForcibly();
        }
    }

    private String ours(String file) {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
        try (RemoteResources resources = new RemoteResources(environment, RemoteAccess.FETCH, Credentials.none(),
                Set.of())) {
            return ConfigWriter.write(ComposeLoader.load(LoadRequest.in(folder).withFiles(List.of(file))
                    .withEnvironment(Environment.EMPTY).withRemotes(resources)
                    .withOptions(LoadOptions.DEFAULTS.keepLabelFiles(false))).tree(), Format.YAML);
        }
    }

    @Test
    void by_docker_compose() throws Exception {
        String address = registry.address() + "/shop/theirs:1";
        peer("-f", "compose.yaml", "-f", "over.yaml", "publish", "--with-env", "-y", address);

        assertEquals(peer("-f", "oci://" + address, "config"), ours("oci://" + address));
    }

    @Test
    void by_jcompose() throws Exception {
        Reference target = Reference.parse(registry.address() + "/shop/ours:1");
        try (RegistryClient client = new RegistryClient(Map.of(), Credentials.none(), Set.of())) {
            List<Layer> layers = PublishedFiles.read(ComposeLoader.load(LoadRequest.in(folder)
                    .withFiles(List.of("compose.yaml", "over.yaml"))).project(), new LocalFiles()).layers(true);
            new Publisher(client, target).publish(layers, Optional.empty(), Instant.now());
        }

        assertEquals(peer("-f", "oci://" + target, "config"), ours("oci://" + target));
    }
}
