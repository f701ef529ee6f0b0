package dev.jcompose.logs;

import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineException;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The logs of a project: what was written so far, of all containers in the order of time; then, if wanted, each line as
 * it is written, of containers that come later or are made anew as well. Lines are given to the sink one at a time,
 * though by several threads. May be closed by any thread, which ends {@link #read}.
 */
public final class Logs implements AutoCloseable {
    /** How many characters of all containers together are read before their turn, and of one. */
    private static final int AHEAD = 2 << 20;
    private static final int LEAST_AHEAD = 4 * 1024;
    private static final int MOST_AHEAD = 512 * 1024;

    private final Engine engine;
    private final String project;
    private final LogQuery query;
    private final Consumer<LogLine> sink;
    private final Consumer<String> warnings;
    private final Following following;
    private final Map<ReadAhead, Boolean> reading = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Sends nothing yet. Of containers whose logs cannot be read, nothing is told. */
    public Logs(Engine engine, String project, LogQuery query, Consumer<LogLine> sink) {
        this(engine, project, query, sink, warning -> {});
    }

    /**
     * Sends nothing yet.
     *
     * @param warnings
     *            told of containers whose logs cannot be read
     */
    public Logs(Engine engine, String project, LogQuery query, Consumer<LogLine> sink, Consumer<String> warnings) {
        this.engine = engine;
        this.project = project;
        this.query = query;
        this.sink = sink;
        this.warnings = warnings;
        this.following = new Following(engine, project, query, sink);
    }

    /** The containers whose logs are wanted, sorted by name. */
    public static List<ObservedContainer> containers(Engine engine, String project, LogQuery query) {
        return Observer.containers(engine, project).stream()
                .filter(query::wants)
                .sorted(ObservedContainer.BY_NAME)
                .toList();
    }

    /** Returns when all is read: with {@code follow}, when nothing runs any more or this was closed. */
    public void read() {
        if (query.follow()) {
            following.listen();
        }
        List<ObservedContainer> containers = containers(engine, project, query);
        Map<String, Recent> history = history(containers);
        if (!query.follow()) {
            return;
        }
        for (ObservedContainer container : containers) {
            if (container.isRunning()) {
                following.add(container, history.getOrDefault(container.id(), new Recent()));
            }
        }
        following.goOn(history);
    }

    /** Reads all containers at once and gives their lines in the order of time; tells each one's last lines. */
    private Map<String, Recent> history(List<ObservedContainer> containers) {
        Map<String, Recent> recent = new HashMap<>();
        try {
            new MergedLogs(open(containers)).forEach((container, line) -> {
                sink.accept(line);
                if (query.follow()) {
                    recent.computeIfAbsent(container.id(), id -> new Recent()).add(line);
                }
            }, () -> closed);
        } finally {
            reading.keySet().forEach(ReadAhead::close);
            reading.clear();
        }
        return recent;
    }

    private List<ReadAhead> open(List<ObservedContainer> containers) {
        List<ReadAhead> logs = new ArrayList<>();
        int ahead = Math.clamp(AHEAD / Math.max(1, containers.size()), LEAST_AHEAD, MOST_AHEAD);
        for (ObservedContainer container : containers) {
            try {
                LogReader reader = new LogReader(engine, container, new LogOptions(true, true, false, true,
                        query.tail(), query.since(), query.until()));
                ReadAhead log = new ReadAhead(reader, engine.address(), ahead);
                reading.put(log, true);
                logs.add(log);
                if (closed) {
                    log.close();
                }
            } catch (EngineException.NotFound removedMeanwhile) {
                // There is nothing left of it.
            } catch (EngineException.Rejected unreadable) {
                warnings.accept("Can't retrieve logs for \"" + container.name() + "\": " + unreadable.reason());
            }
        }
        return logs;
    }

    @Override
    public void close() {
        closed = true;
        reading.keySet().forEach(ReadAhead::close);
        following.close();
    }
}
