package dev.jcompose.publish;

import dev.jcompose.json.JsonWriter;
import dev.jcompose.registry.Content;
import dev.jcompose.registry.MediaType;
import dev.jcompose.registry.Reference;
import dev.jcompose.registry.RegistryClient;
import dev.jcompose.registry.RegistryException;
import dev.jcompose.remote.ComposeArtifact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a project into a registry, so that it can be named as {@code oci://…} by jcompose and docker compose. */
public final class Publisher {
    /** The version of docker compose whose format this is. */
    static final String FORMAT = "2.40.3";

    private static final Content NOTHING = Content.of(MediaType.EMPTY, "{}".getBytes(StandardCharsets.UTF_8));
    private static final Content NO_CONFIGURATION = Content.of(ComposeArtifact.CONFIGURATION, NOTHING.bytes());

    private final RegistryClient registry;
    private final Reference target;

    /** A publisher to one place, which has a tag. */
    public Publisher(RegistryClient registry, Reference target) {
        this.registry = registry;
        this.target = target;
    }

    /**
     * Sends the layers and a manifest for them.
     *
     * @param version
     *            what to write it by; if empty, 1.1, and 1.0 where the registry does not take that
     * @param created
     *            written into the manifest
     * @return the manifest
     * @throws RegistryException
     *             if the registry refuses or cannot be reached
     */
    public Content publish(List<Layer> layers, Optional<OciVersion> version, Instant created) {
        registry.putBlob(target, NOTHING.bytes());
        layers.forEach(layer -> registry.putBlob(target, layer.content().bytes()));
        try {
            return put(layers, version.orElse(OciVersion.V1_1), created);
        } catch (RegistryException refusal) {
            int status = refusal.status();
            boolean notUnderstood = status >= 400 && status < 500 && status != 401 && status != 403 && status != 407
                    && status != 429;
            if (version.isPresent() || !notUnderstood) {
                throw refusal;
            }
            return put(layers, OciVersion.V1_0, created);
        }
    }

    private Content put(List<Layer> layers, OciVersion version, Instant created) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schemaVersion", 2);
        manifest.put("mediaType", MediaType.MANIFEST);
        switch (version) {
            case V1_1 -> {
                manifest.put("artifactType", ComposeArtifact.TYPE);
                manifest.put("config", Descriptor.withData(NOTHING, Map.of()));
            }
            case V1_0 -> manifest.put("config", Descriptor.withData(NO_CONFIGURATION, Map.of()));
        }
        manifest.put("layers",
                layers.stream().map(layer -> Descriptor.withData(layer.content(), layer.annotations())).toList());
        manifest.put("annotations",
                Map.of("org.opencontainers.image.created", created.truncatedTo(ChronoUnit.SECONDS).toString()));
        Content content = json(MediaType.MANIFEST, manifest);
        registry.putManifest(target, content);
        return content;
    }

    /**
     * Copies images beside a published project, and joins them to it by an index that refers to its manifest.
     *
     * @param images
     *            with digests
     */
    public void publishImages(Content project, List<Reference> images) {
        List<Map<String, Object>> copied = images.stream().map(image -> copy(image)).toList();
        Map<String, Object> subject = new LinkedHashMap<>(
                Descriptor.of(project, Map.of(ComposeArtifact.VERSION, FORMAT)));
        subject.put("artifactType", ComposeArtifact.TYPE);
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("schemaVersion", 2);
        index.put("mediaType", MediaType.INDEX);
        index.put("manifests", copied);
        index.put("subject", subject);
        index.put("annotations", Map.of(ComposeArtifact.VERSION, FORMAT));
        Content content = json(MediaType.INDEX, index);
        registry.putManifest(target.at(content.digest()), content);
    }

    private Map<String, Object> copy(Reference image) {
        Content manifest = new ImageCopy(registry, image, target).run();
        String host = image.registry().replaceFirst(":[0-9]+$", "");
        return Descriptor.of(manifest, Map.of("containerd.io/distribution.source." + host, image.repository()));
    }

    private static Content json(String mediaType, Map<String, Object> members) {
        return Content.of(mediaType, JsonWriter.write(members).getBytes(StandardCharsets.UTF_8));
    }
}
