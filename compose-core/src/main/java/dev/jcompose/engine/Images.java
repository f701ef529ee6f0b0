package dev.jcompose.engine;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Images. {@code image} is a reference ({@code nginx:1.27}) or an id. */
public interface Images {
    /** {@code GET /images/json}. */
    List<ImageSummary> list(ImageFilter filter);

    /**
     * {@code GET /images/{name}/json}.
     *
     * @throws EngineException.NotFound
     *             if there is no such image
     */
    ImageDetails inspect(String image);

    /**
     * Fetches an image ({@code POST /images/create}). It is there when the stream has ended without an exception.
     *
     * @param platform
     *            {@code os/arch[/variant]}; null for the engine's own
     * @param auth
     *            null for an anonymous request
     */
    CloseableIterator<ImageProgress> pull(String image, @Nullable String platform, @Nullable RegistryAuth auth);

    /** Sends an image to its registry ({@code POST /images/{name}/push}). */
    CloseableIterator<ImageProgress> push(String image, @Nullable String platform, @Nullable RegistryAuth auth);

    /**
     * The digest that an image's registry has under its name now ({@code GET /distribution/{name}/json}):
     * {@code sha256:…}. Nothing is fetched.
     *
     * @param auth
     *            null for an anonymous request
     * @throws EngineException
     *             if the registry has none, or cannot be reached
     */
    String digest(String image, @Nullable RegistryAuth auth);

    /** Gives an image another name ({@code POST /images/{name}/tag}). */
    void tag(String image, String reference);

    /**
     * {@code DELETE /images/{name}}.
     *
     * @throws EngineException.Conflict
     *             if a container uses it
     */
    void remove(String image, boolean force, boolean prune);

    /**
     * Makes an image with the engine's classic builder ({@code POST /build}). The context is read to its end.
     *
     * @param context
     *            a tar stream, with the Dockerfile in it
     */
    CloseableIterator<ImageProgress> build(BuildSpec spec, InputStream context);

    /** Which images to list; dangling ones only where asked for by a filter. */
    record ImageFilter(boolean all, java.util.Map<String, List<String>> filters) {
        public ImageFilter { filters = dev.jcompose.model.Ordered.copyOf(filters); }

        /** With all of these labels, each {@code name} or {@code name=value}. */
        public static ImageFilter labelled(String... labels) {
            return new ImageFilter(false, java.util.Map.of("label", List.of(labels)));
        }

        /** With one of these references; an asterisk stands for any text. */
        public static ImageFilter named(String... references) {
            return new ImageFilter(false, java.util.Map.of("reference", List.of(references)));
        }
    }
}
