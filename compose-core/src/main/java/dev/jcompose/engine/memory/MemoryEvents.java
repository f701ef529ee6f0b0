package dev.jcompose.engine.memory;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.EngineEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every event since the beginning. */
final class MemoryEvents implements EngineEvents {
    private final World world;
    private final List<EngineEvent> all = new ArrayList<>();

    MemoryEvents(World world) {
        this.world = world;
    }

    void publish(String type, String action, String id, Map<String, String> attributes) {
        all.add(new EngineEvent(type, action, id, attributes, world.now()));
    }

    @Override
    public CloseableIterator<EngineEvent> stream(@Nullable Instant since, @Nullable Instant until,
            Map<String, List<String>> filters) {
        synchronized (world) {
            return new Feed<>(world, since == null ? all.size() : 0, feed -> poll(feed, since, filters),
                    feed -> until != null);
        }
    }

    private @Nullable EngineEvent poll(Feed<EngineEvent> feed, @Nullable Instant since,
            Map<String, List<String>> filters) {
        while (feed.position() < all.size()) {
            EngineEvent event = all.get(feed.advance());
            if ((since == null || !event.time().isBefore(since)) && matches(event, filters)) {
                return event;
            }
        }
        return null;
    }

    private static boolean matches(EngineEvent event, Map<String, List<String>> filters) {
        return filters.entrySet().stream().allMatch(filter -> switch (filter.getKey()) {
            case "type" -> filter.getValue().contains(event.type());
            case "event" -> filter.getValue().stream().anyMatch(
                    wanted -> event.action().equals(wanted) || event.action().startsWith(wanted + ":"));
            case "label" -> World.matches(event.attributes(), filter.getValue());
            case "container" -> filter.getValue().contains(event.id())
                    || filter.getValue().contains(event.attribute("name"));
            default -> true;
        });
    }
}
