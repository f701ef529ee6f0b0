package dev.jcompose.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.json.JsonWriter;
import dev.jcompose.load.RemoteFile;
import dev.jcompose.load.RemoteFileException;
import dev.jcompose.registry.Content;
import dev.jcompose.registry.Credentials;
import dev.jcompose.registry.Digests;
import dev.jcompose.registry.LoopbackRegistry;
import dev.jcompose.registry.MediaType;
import dev.jcompose.registry.Reference;
import dev.jcompose.registry.RegistryClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactFilesTest {
    @TempDir
    Path folder;

    private LoopbackRegistry registry;
    private RegistryClient client;

    @BeforeEach
    void open() throws Exception {
        registry = new LoopbackRegistry();
        client = new RegistryClient(Map.of("HOME", folder.toString()), Credentials.none(), Set.of());
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        registry.close();
    }

    private Map<String, Object> layer(String type, String text, Map<String, String> annotations) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        client.putBlob(reference(), content);
        return Map.of("mediaType", type, "digest", Digests.of(content), "size", content.length, "annotations",
                annotations);
    }

    private Reference reference() {
        return Reference.parse(registry.address() + "/shop/app:1");
    }

    private Content publish(String type, List<Map<String, Object>> layers) {
        Content manifest = Content.of(MediaType.MANIFEST, JsonWriter.write(Map.of("schemaVersion", 2, "artifactType",
                type, "layers", layers)).getBytes(StandardCharsets.UTF_8));
        client.putManifest(reference(), manifest);
        return manifest;
    }

    private RemoteFile fetch(RemoteAccess access) {
        try (RemoteResources resources = new RemoteResources(Map.of("HOME", folder.toString()), access,
                Credentials.none(), Set.of())) {
            return resources.fetch("oci://" + registry.address() + "/shop/app:1");
        }
    }

    @Test
    void are_joined_and_kept_for_work_without_a_network() throws Exception {
        Content manifest = publish(ComposeArtifact.TYPE, List.of(
                layer(ComposeArtifact.FILE, "a: 1", Map.of(ComposeArtifact.FILE_NAME, "compose.yaml")),
                layer(ComposeArtifact.FILE, "b: 2", Map.of(ComposeArtifact.FILE_NAME, "over.yaml")),
                layer(ComposeArtifact.FILE, "c: 3",
                        Map.of(ComposeArtifact.FILE_NAME, "base.yaml", ComposeArtifact.EXTENDED, "true")),
                layer(ComposeArtifact.ENV_FILE, "D=4", Map.of(ComposeArtifact.ENV_FILE_NAME, "web.env"))));

        RemoteFile file = fetch(RemoteAccess.FETCH);

        assertEquals(folder.resolve(".cache/docker-compose").resolve(manifest.digest().substring(7)), file.root());
        assertEquals("a: 1\n---\nb: 2", Files.readString(file.file()));
        assertEquals("\n---\nc: 3", Files.readString(file.root().resolve("base.yaml")));
        assertEquals("D=4", Files.readString(file.root().resolve("web.env")));
        registry.close();
        assertEquals(file, fetch(RemoteAccess.OFFLINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../.bashrc", "..", "/etc/x", "a/b", "", "a\\b"})
    void stay_in_their_folder(String name) {
        publish(ComposeArtifact.TYPE, List.of(
                layer(ComposeArtifact.FILE, "a: 1", Map.of(ComposeArtifact.FILE_NAME, "compose.yaml")),
                layer(ComposeArtifact.ENV_FILE, "D=4", Map.of(ComposeArtifact.ENV_FILE_NAME, name))));

        String message = assertThrows(RemoteFileException.class, () -> fetch(RemoteAccess.FETCH)).getMessage();

        assertTrue(message.contains("would be put elsewhere"), message);
        assertTrue(!Files.exists(folder.resolve(".bashrc")));
    }

    @Test
    void are_found_in_an_index() throws Exception {
        Content manifest = publish(ComposeArtifact.TYPE, List.of(
                layer(ComposeArtifact.FILE, "a: 1", Map.of(ComposeArtifact.FILE_NAME, "compose.yaml"))));
        client.putManifest(reference(), Content.of(MediaType.INDEX, JsonWriter.write(Map.of("manifests", List.of(
                Map.of("digest", "sha256:" + "0".repeat(64), "mediaType", MediaType.MANIFEST),
                Map.of("digest", manifest.digest(), "artifactType", ComposeArtifact.TYPE))))
                .getBytes(StandardCharsets.UTF_8)));

        assertEquals("a: 1", Files.readString(fetch(RemoteAccess.FETCH).file()));
    }

    @Test
    void are_nothing_else() {
        publish("application/vnd.example", List.of());
        assertTrue(assertThrows(RemoteFileException.class, () -> fetch(RemoteAccess.FETCH)).getMessage()
                .endsWith("is not a published Compose project"));
        publish(ComposeArtifact.TYPE, List.of());
        assertThrows(RemoteFileException.class, () -> fetch(RemoteAccess.FETCH));
        assertThrows(RemoteFileException.class, () -> fetch(RemoteAccess.OFFLINE));
        assertThrows(RemoteFileException.class, () -> fetch(RemoteAccess.OFF));
    }
}
