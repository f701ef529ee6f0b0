package dev.jcompose.publish;

import dev.jcompose.model.Ordered;
import dev.jcompose.registry.Content;
import dev.jcompose.remote.ComposeArtifact;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One file of a published project.
 *
 * @param annotations
 *            its name, and what it is for
 */
public record Layer(Content content, Map<String, String> annotations) {
    public Layer { annotations = Ordered.copyOf(annotations); }

    /** A Compose file that is merged with the others. */
    public static Layer file(String name, String text) {
        return of(ComposeArtifact.FILE, text.getBytes(StandardCharsets.UTF_8), ComposeArtifact.FILE_NAME, name);
    }

    /** A Compose file that others extend. */
    static Layer extended(String name, String text) {
        Layer file = file(name, text);
        Map<String, String> more = new LinkedHashMap<>();
        more.put(ComposeArtifact.EXTENDED, "true");
        more.putAll(file.annotations());
        return new Layer(file.content(), more);
    }

    static Layer envFile(String name, byte[] bytes) {
        return of(ComposeArtifact.ENV_FILE, bytes, ComposeArtifact.ENV_FILE_NAME, name);
    }

    private static Layer of(String type, byte[] bytes, String nameKey, String name) {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(nameKey, name);
        annotations.put(ComposeArtifact.VERSION, Publisher.FORMAT);
        return new Layer(Content.of(type, bytes), annotations);
    }
}
