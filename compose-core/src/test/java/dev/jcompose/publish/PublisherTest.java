package dev.jcompose.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.env.Environment;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.load.LocalFiles;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.registry.Content;
import dev.jcompose.registry.Credentials;
import dev.jcompose.registry.LoopbackRegistry;
import dev.jcompose.registry.Reference;
import dev.jcompose.registry.RegistryClient;
import dev.jcompose.remote.RemoteAccess;
import dev.jcompose.remote.RemoteResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    @TempDir
    Path folder;

    private LoopbackRegistry registry;
    private RegistryClient client;

    @BeforeEach
    void open() throws IOException {
        registry = new LoopbackRegistry();
        client = new RegistryClient(Map.of("HOME", folder.toString()), Credentials.none(), Set.of());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        registry.close();
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private LoadedProject load(String... files) {
        try (RemoteResources resources = new RemoteResources(Map.of("HOME", folder.resolve("home").toString()),
                RemoteAccess.FETCH, Credentials.none(), Set.of())) {
            return ComposeLoader.load(LoadRequest.in(folder).withFiles(List.of(files)).withName("shop")
                    .withEnvironment(Environment.of(Map.of("TIER", "one"), "test")).withRemotes(resources));
        }
    }

    private Reference target() {
        return Reference.parse(registry.address() + "/shop/app:1");
    }

    private Content publish(Project project, Optional<OciVersion> version) {
        List<Layer> layers = PublishedFiles.read(project, new LocalFiles()).layers(true);
        return new Publisher(client, target()).publish(layers, version, Instant.EPOCH);
    }

    private String published() {
        return load("oci://" + target()).tree().get("services") + "";
    }

    @Test
    void makes_of_several_files_what_they_are_together() throws IOException {
        file("compose.yaml", """
                services:
                  web:
                    image: "busybox" # as it is written
                    env_file: ["${TIER}/web.env", {path: gone.env, required: false}]
                    extends: {file: base/common.yaml, service: common}
                """);
        file("over.yaml", "services: {web: {labels: {over: '1'}, env_file: over.env}}");
        file("base/common.yaml",
                "services: {common: {extends: {file: ../more.yaml, service: more}, env_file: common.env}}");
        file("more.yaml", "services: {more: {labels: {more: '2'}}}");
        file("one/web.env", "A=web");
        file("over.env", "B=over");
        file("base/common.env", "C=common");
        LoadedProject local = load("compose.yaml", "over.yaml");

        publish(local.project(), Optional.empty());

        LoadedProject there = load("oci://" + target());
        Service here = local.project().service("web").orElseThrow();
        Service elsewhere = there.project().service("web").orElseThrow();
        assertEquals(here.process(), elsewhere.process());
        assertEquals(here.metadata(), elsewhere.metadata());
        String text = Files.readString(Path.of(there.files().getFirst()));
        assertTrue(text.contains("image: \"busybox\" # as it is written\n"), text);
        assertTrue(!text.contains("web.env") && !text.contains("common.yaml"), text);
    }

    @Test
    void writes_by_the_older_specification_where_the_registry_takes_no_other() throws IOException {
        file("compose.yaml", "services: {web: {image: busybox}}");
        registry.fail(1, 400);

        String manifest = publish(load("compose.yaml").project(), Optional.empty()).text();

        assertTrue(!manifest.contains("artifactType")
                && manifest.contains("application/vnd.docker.compose.config.empty.v1+json"), manifest);
        assertTrue(published().contains("busybox"));
        assertTrue(publish(load("compose.yaml").project(), Optional.of(OciVersion.V1_1)).text()
                .contains("\"artifactType\": \"application/vnd.docker.compose.project\""));
        assertThrows(PublishException.class, () -> OciVersion.parse("2"));
    }

    @Test
    void brings_images_along() throws IOException {
        file("compose.yaml", "services: {web: {image: busybox}}");
        Reference image = Reference.parse(registry.address() + "/other/image:1");
        client.putBlob(image, "layer".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String digest = dev.jcompose.registry.Digests
                .of("layer".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Content manifest = Content.of(dev.jcompose.registry.MediaType.MANIFEST,
                ("{\"config\": {\"digest\": \"" + digest + "\"}, \"layers\": []}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        client.putManifest(image, manifest);
        Content project = publish(load("compose.yaml").project(), Optional.empty());

        new Publisher(client, target()).publishImages(project, List.of(image.at(manifest.digest())));

        assertEquals(manifest.text(), client.manifest(target().at(manifest.digest())).text());
        assertEquals("layer", new String(client.blob(target(), digest, 10), java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(project.digest(), client.manifest(target()).digest());
    }

    @Test
    void does_not_let_out_what_nobody_was_asked_about() throws IOException {
        file("web.env", "DB=1\nAPI_TOKEN=abcdefgh\n");
        file("compose.yaml", """
                services:
                  web:
                    image: busybox
                    env_file: web.env
                    configs: [home]
                    environment: {PASSWORD: hunter2222, PLAIN: "${TIER}"}
                    volumes: [./data:/data:ro]
                configs: {home: {environment: TIER}}
                """);
        Project project = load("compose.yaml").project();
        PublishedFiles files = PublishedFiles.read(project, new LocalFiles());

        String refusal = assertThrows(PublishException.class, () -> Concerns.requireNoEnvironment(project, files))
                .getMessage();
        assertTrue(refusal.startsWith("a service has the env_file " + folder.resolve("web.env")
                + "\nservice 'web' has environment variables\nconfig 'home' is an environment variable\n"), refusal);
        List<String> questions = Concerns.questions(project, files);
        assertEquals(3, questions.size(), questions.toString());
        assertTrue(questions.getFirst().contains("web: " + folder.resolve("data") + ":/data:ro"), questions.getFirst());
        assertTrue(questions.get(1).contains(folder.resolve("compose.yaml") + ":6: a value under a name")
                && questions.get(1).contains(folder.resolve("web.env") + ":2: a value under a name")
                && !questions.get(1).contains("hunter"), questions.get(1));
        assertTrue(questions.get(2).contains("service web: PASSWORD=hunter2222"), questions.get(2));
    }

    @Test
    void refuses_what_would_be_of_no_use() throws IOException {
        file("compose.yaml", "services: {web: {build: .}, app: {image: a, build: .}}");
        assertEquals("these services have a build section and no image that others could pull: web;"
                + " give each an 'image'",
                assertThrows(PublishException.class, () -> Concerns.requireImages(load("compose.yaml").project()))
                        .getMessage());
        file("other.yaml", "services: {web: {image: a}}");
        file("compose.yaml", "include: [other.yaml]");
        assertTrue(assertThrows(PublishException.class,
                () -> PublishedFiles.read(load("compose.yaml").project(), new LocalFiles())).getMessage()
                .contains("compose.yaml:1:11: cannot publish a Compose file with local includes"));
    }

    @Test
    void knows_secrets_by_their_form() {
        for (String secret : List.of("key: AKIAIOSFODNN7EXAMPLE", "ghp_" + "a".repeat(36), "-----BEGIN RSA PRIVATE KEY",
                "DB=postgres://ann:secret@db/shop", "db_password: hunter2", "API_KEY=\"0123456789\"")) {
            assertEquals(1, SensitiveText.findings("f", "x: y\n" + secret).size(), secret);
        }
        for (String harmless : List.of("password: ${PASSWORD}", "file: ./password.txt", "secrets: [db_password]",
                "PASSWORD_FILE: /run/secrets/db_password", "image: registry.example/token:1", "token:",
                "DB=postgres://db/shop", "password: \"$PW\"")) {
            assertEquals(List.of(), SensitiveText.findings("f", harmless), harmless);
        }
    }
}
