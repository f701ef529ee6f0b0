package dev.jcompose.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens in the engine. */
public interface EngineEvents {
    /**
     * What happens from now on, or did ({@code GET /events}). When this returns the engine is listening for us.
     *
     * @param since
     *            what happened from then on comes first; null for nothing of the past
     * @param until
     *            when the stream ends; null for never
     * @param filters
     *            by name: {@code type}, {@code event}, {@code label}, {@code container}…
     */
    CloseableIterator<EngineEvent> stream(@Nullable Instant since, @Nullable Instant until,
            Map<String, List<String>> filters);

    /** What happens from now on to a project's containers. */
    default CloseableIterator<EngineEvent> ofProject(String project) {
        return stream(null, null,
                Map.of("type", List.of("container"), "label", List.of(Labels.PROJECT + "=" + project)));
    }
}
