package dev.jcompose.publish;

import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import dev.jcompose.registry.Content;
import dev.jcompose.registry.MediaType;
import dev.jcompose.registry.Reference;
import dev.jcompose.registry.RegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies an image with all that it consists of to another repository. */
final class ImageCopy {
    private static final long LARGEST_LAYER = 2L << 30;

    private final RegistryClient registry;
    private final Reference from;
    private final Reference to;

    ImageCopy(RegistryClient registry, Reference from, Reference to) {
        this.registry = registry;
        this.from = from;
        this.to = to;
    }

    /** Copies it; gives its manifest or index. */
    Content run() {
        Content named = registry.manifest(from);
        copy(named);
        return named;
    }

    private void copy(Content content) {
        Map<String, @Nullable Object> manifest;
        try {
            manifest = JsonReader.readObject(content.text());
        } catch (JsonException e) {
            throw new PublishException(from + ": its manifest is " + e.getMessage(), e);
        }
        if (MediaType.isIndex(content.mediaType())) {
            for (Object each : JsonReader.items(manifest.get("manifests"))) {
                copy(registry.manifest(from.at(digest(each))));
            }
        } else {
            List<@Nullable Object> parts = new ArrayList<>(JsonReader.items(manifest.get("layers")));
            parts.add(manifest.get("config"));
            for (Object part : parts) {
                if (JsonReader.items(JsonReader.members(part).get("urls")).isEmpty()) {
                    registry.copyBlob(from, to, digest(part), LARGEST_LAYER);
                }
            }
        }
        registry.putManifest(to.at(content.digest()), content);
    }

    private String digest(@Nullable Object descriptor) {
        if (JsonReader.members(descriptor).get("digest") instanceof String digest
                && digest.matches("sha256:[0-9a-f]{64}")) {
            return digest;
        }
        throw new PublishException(from + ": its manifest names a part without a digest", null);
    }
}
