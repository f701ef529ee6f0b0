package dev.jcompose.remote;

import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import dev.jcompose.load.FileSource;
import dev.jcompose.load.RemoteFile;
import dev.jcompose.load.RemoteFileException;
import dev.jcompose.registry.Content;
import dev.jcompose.registry.MediaType;
import dev.jcompose.registry.Reference;
import dev.jcompose.registry.RegistryClient;
import dev.jcompose.registry.RegistryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compose files that {@code publish} put into a registry. */
final class ArtifactFiles {
    private static final String SCHEME = "oci://";
    private static final String MAIN = "compose.yaml";
    private static final int MOST_LAYERS = 1_000;
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[^/\\\\\\x00-\\x1f]{1,200}");

    private final RegistryClient client;
    private final RemoteCache cache;
    private final boolean offline;

    ArtifactFiles(RegistryClient client, RemoteCache cache, boolean offline) {
        this.client = client;
        this.cache = cache;
        this.offline = offline;
    }

    RemoteFile fetch(String written) {
        try {
            Reference reference = Reference.parse(written.substring(SCHEME.length()));
            Path root = offline ? kept(reference) : fetched(reference);
            return new RemoteFile(root.resolve(MAIN), root, SCHEME + reference + "/");
        } catch (RegistryException e) {
            throw new RemoteFileException(e.getMessage(), "", e);
        }
    }

    private Path kept(Reference reference) {
        return cache.remembered(SCHEME + reference).map(cache::place).filter(ArtifactFiles::isWhole)
                .orElseThrow(GitFiles::notHere);
    }

    private Path fetched(Reference reference) {
        Content named = client.manifest(reference);
        String hash = named.digest().substring("sha256:".length());
        Path root = cache.get(hash, ArtifactFiles::isWhole, folder -> unpack(reference, named, folder));
        cache.remember(SCHEME + reference, hash);
        return root;
    }

    private static boolean isWhole(Path folder) {
        return Files.isRegularFile(folder.resolve(MAIN));
    }

    private void unpack(Reference reference, Content named, Path folder) throws IOException {
        Map<String, @Nullable Object> manifest = object(reference, named);
        if (MediaType.isIndex(named.mediaType())) {
            manifest = object(reference, client.manifest(reference.at(projectIn(reference, manifest))));
        }
        String type = text(manifest, "artifactType");
        if (!type.equals(ComposeArtifact.TYPE) && !(type.isEmpty() && text(JsonReader.members(
                manifest.get("config")), "mediaType").equals(ComposeArtifact.CONFIGURATION))) {
            throw notCompose(reference);
        }
        List<@Nullable Object> layers = JsonReader.items(manifest.get("layers"));
        if (layers.size() > MOST_LAYERS) {
            throw new RemoteFileException(reference + " has more than " + MOST_LAYERS + " files", "");
        }
        for (int i = 0; i < layers.size(); i++) {
            unpack(reference, JsonReader.members(layers.get(i)), i > 0, folder);
        }
        if (!isWhole(folder)) {
            throw notCompose(reference);
        }
    }

    private static RemoteFileException notCompose(Reference reference) {
        return new RemoteFileException(reference + " is not a published Compose project",
                "'publish' makes one");
    }

    private static String projectIn(Reference reference, Map<String, @Nullable Object> index) {
        return JsonReader.items(index.get("manifests")).stream().map(JsonReader::members)
                .filter(each -> text(each, "artifactType").equals(ComposeArtifact.TYPE)).map(each -> digest(each))
                .reduce((first, last) -> last).orElseThrow(() -> notCompose(reference));
    }

    /** Files without a name of their own become one, document after document. */
    private void unpack(Reference reference, Map<String, @Nullable Object> layer, boolean later, Path folder)
            throws IOException {
        Map<String, @Nullable Object> annotations = JsonReader.members(layer.get("annotations"));
        switch (text(layer, "mediaType")) {
            case ComposeArtifact.FILE -> {
                boolean extended = annotations.containsKey(ComposeArtifact.EXTENDED);
                Path file = within(folder, extended ? text(annotations, ComposeArtifact.FILE_NAME) : MAIN, reference);
                byte[] content = client.blob(reference, digest(layer), FileSource.MAX_LENGTH);
                if (later && annotations.containsKey(ComposeArtifact.FILE_NAME)) {
                    append(file, "\n---\n".getBytes(StandardCharsets.UTF_8));
                }
                append(file, content);
            }
            case ComposeArtifact.ENV_FILE -> Files.write(
                    within(folder, text(annotations, ComposeArtifact.ENV_FILE_NAME), reference),
                    client.blob(reference, digest(layer), FileSource.MAX_LENGTH));
            default -> {
                // other parts of an artifact are of no concern to a project
            }
        }
    }

    private static void append(Path file, byte[] content) throws IOException {
        Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Path within(Path folder, String name, Reference reference) {
        if (!NAME.matcher(name).matches()) {
            throw new RemoteFileException(reference + " has a file that would be put elsewhere: '"
                    + name.replaceAll("\\p{Cntrl}", "?") + "'", "do not use it");
        }
        return folder.resolve(name);
    }

    private static Map<String, @Nullable Object> object(Reference reference, Content content) {
        try {
            return JsonReader.readObject(content.text());
        } catch (JsonException e) {
            throw new RemoteFileException(reference + ": the registry's answer is " + e.getMessage(), "", e);
        }
    }

    private static String digest(Map<String, @Nullable Object> descriptor) {
        String digest = text(descriptor, "digest");
        if (!digest.matches("sha256:[0-9a-f]{64}")) {
            throw new RemoteFileException("the artifact names a part by '" + digest.replaceAll("\\p{Cntrl}", "?")
                    + "', which is no digest", "");
        }
        return digest;
    }

    private static String text(Map<String, @Nullable Object> object, String key) {
        return object.get(key) instanceof String text ? text : "";
    }
}
