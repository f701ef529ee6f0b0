package dev.jcompose.engine.docker;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.EngineEvents;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /events}. */
final class DockerEvents implements EngineEvents {
    private final Api api;

    DockerEvents(Api api) {
        this.api = api;
    }

    @Override
    public CloseableIterator<EngineEvent> stream(@Nullable Instant since, @Nullable Instant until,
            Map<String, List<String>> filters) {
        Operation operation = Operation.engine("events");
        Query query = Query.of("/events").with("since", seconds(since)).with("until", seconds(until))
                .filters(api.json(), filters);
        HttpAnswer answer = api.open(operation, api.lasting(operation, "GET", query));
        return JsonStream.of(api, operation, answer, DockerEvents::event);
    }

    private static EngineEvent event(Tree tree) {
        long nanos = tree.number("timeNano");
        Instant time = nanos == 0
                ? Instant.ofEpochSecond(tree.number("time"))
                : Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000);
        Tree actor = tree.at("Actor");
        return new EngineEvent(tree.text("Type"), tree.text("Action"), actor.text("ID"), actor.textMap("Attributes"),
                time);
    }

    private static @Nullable String seconds(@Nullable Instant moment) {
        return moment == null
                ? null
                : String.format(Locale.ROOT, "%d.%09d", moment.getEpochSecond(), moment.getNano());
    }
}
