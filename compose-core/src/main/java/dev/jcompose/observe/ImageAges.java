package dev.jcompose.observe;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How long ago images were last fetched or given a name, when they were observed. Only those are asked for whose age
 * decides something, because the engine tells it of one image at a time.
 *
 * @param sinceTagged
 *            by reference as {@link ImageReference#familiar} writes it
 */
public record ImageAges(Map<String, Duration> sinceTagged) {
    /** Of no image. */
    public static final ImageAges NONE = new ImageAges(Map.of());

    public ImageAges { sinceTagged = Map.copyOf(sinceTagged); }

    /** An image's age; nothing where the engine does not tell or was not asked. */
    public Optional<Duration> of(String reference) {
        return Optional.ofNullable(sinceTagged.get(ImageReference.familiar(reference)));
    }
}
