package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One image of a list.
 *
 * @param id
 *            {@code sha256:…}
 * @param tags
 *            {@code repository:tag}
 * @param digests
 *            {@code repository@sha256:…}
 * @param size
 *            bytes
 */
public record ImageSummary(String id, List<String> tags, List<String> digests, Instant created, long size,
        Map<String, String> labels) {
    public ImageSummary {
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
        labels = Ordered.copyOf(labels);
    }
}
