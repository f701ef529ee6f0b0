package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened.
 *
 * @param type
 *            {@code container}, {@code network}, {@code volume}, {@code image}
 * @param action
 *            {@code start}, {@code die}, {@code health_status: healthy}, {@code exec_start: sh}…
 * @param id
 *            of what it happened to
 * @param attributes
 *            of a container: its labels, {@code image}, {@code name}, {@code exitCode}…
 */
public record EngineEvent(String type, String action, String id, Map<String, String> attributes, Instant time) {
    public EngineEvent { attributes = Ordered.copyOf(attributes); }

    /** An attribute's value, or the empty text. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
