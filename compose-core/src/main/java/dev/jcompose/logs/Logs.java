package dev.jcompose.logs;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.EngineException;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The logs of a project: what was written so far, of all containers in the order of time; then, if wanted, each line as
 * it is written, of containers that come later or are made anew as well. Lines are given to the sink one at a time,
 * though by several threads. May be closed by any thread, which ends {@link #read}.
 */
public final class Logs implements AutoCloseable {
    private final Engine engine;
    private final String project;
    private final LogQuery query;
    private final Consumer<LogLine> sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, LogReader> followed = new HashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;
    private volatile @Nullable CloseableIterator<EngineEvent> events;

    /** Sends nothing yet. */
    public Logs(Engine engine, String project, LogQuery query, Consumer<LogLine> sink) {
        this.engine = engine;
        this.project = project;
        this.query = query;
        this.sink = sink;
    }

    /** The containers whose logs are wanted, sorted by name. */
    public static List<ObservedContainer> containers(Engine engine, String project, LogQuery query) {
        return Observer.containers(engine, project).stream()
                .filter(container -> isWanted(container, query))
                .sorted(Comparator.comparing(ObservedContainer::name))
                .toList();
    }

    /** Returns when all is read: with {@code follow}, when nothing runs any more or this was closed. */
    public void read() {
        CloseableIterator<EngineEvent> starts = query.follow() ? engine.events().ofProject(project) : null;
        events = starts;
        List<ObservedContainer> containers = containers(engine, project, query);
        Map<String, Instant> last = history(containers);
        if (starts == null) {
            return;
        }
        for (ObservedContainer container : containers) {
            if (container.isRunning()) {
                follow(container, last.get(container.id()));
            }
        }
        Thread watcher = Thread.ofVirtual().name("logs-events").start(() -> watch(starts));
        awaitEnd();
        starts.close();
        watcher.interrupt();
    }

    /** Reads all containers at once and gives their lines in the order of time; tells each one's last moment. */
    private Map<String, Instant> history(List<ObservedContainer> containers) {
        Map<String, Instant> last = new HashMap<>();
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::time));
        List<LogReader> readers = new ArrayList<>();
        try {
            for (ObservedContainer container : containers) {
                LogReader reader = new LogReader(engine, container, options(false, query.since()));
                readers.add(reader);
                advance(heads, container, reader);
            }
            for (Head head = heads.poll(); head != null; head = heads.poll()) {
                give(head.line());
                last.put(head.container().id(), head.time());
                advance(heads, head.container(), head.reader());
            }
        } finally {
            readers.forEach(LogReader::close);
        }
        return last;
    }

    private static void advance(PriorityQueue<Head> heads, ObservedContainer container, LogReader reader) {
        LogLine line = reader.next();
        if (line != null) {
            Instant time = line.time();
            heads.add(new Head(time == null ? Instant.MIN : time, line, container, reader));
        }
    }

    private void follow(ObservedContainer container, @Nullable Instant after) {
        LogOptions options = after == null ? options(true, query.since()) : options(true, null).since(after);
        lock.lock();
        try {
            if (closed || followed.containsKey(container.id())) {
                return;
            }
            LogReader reader = new LogReader(engine, container, options);
            followed.put(container.id(), reader);
            threads.add(Thread.ofVirtual().name("logs-" + container.name())
                    .start(() -> drain(container, reader, after)));
        } finally {
            lock.unlock();
        }
    }

    private void drain(ObservedContainer container, LogReader reader,
            @Nullable Instant after) {
        try {
            for (LogLine line = reader.next(); line != null; line = reader.next()) {
                Instant time = line.time();
                if (after == null || time == null || time.isAfter(after)) {
                    give(line);
                }
            }
        } catch (EngineException gone) {
            // The container was removed, or we were closed: there is no more to read.
        } finally {
            reader.close();
            lock.lock();
            try {
                followed.remove(container.id());
            } finally {
                lock.unlock();
            }
        }
    }

    private void watch(CloseableIterator<EngineEvent> starts) {
        try {
            while (starts.hasNext()) {
                EngineEvent event = starts.next();
                if (event.action().equals("start")) {
                    Instant before = event.time().minusNanos(1);
                    Observer.containers(engine, project).stream()
                            .filter(container -> container.id().equals(event.id()) && isWanted(container, query))
                            .forEach(container -> follow(container, before));
                }
            }
        } catch (EngineException closedOrBroken) {
            close();
        }
    }

    /** With nothing left to follow there may still be a container on its way up; the events tell. */
    private void awaitEnd() {
        try {
            while (true) {
                Thread next;
                lock.lock();
                try {
                    threads.removeIf(thread -> !thread.isAlive());
                    if (threads.isEmpty()) {
                        return;
                    }
                    next = threads.getFirst();
                } finally {
                    lock.unlock();
                }
                next.join();
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
        }
    }

    private void give(LogLine line) {
        lock.lock();
        try {
            if (!closed) {
                sink.accept(line);
            }
        } finally {
            lock.unlock();
        }
    }

    private LogOptions options(boolean follow, @Nullable String since) {
        return new LogOptions(true, true, follow, true, follow ? null : query.tail(), since, query.until());
    }

    private static boolean isWanted(ObservedContainer container, LogQuery query) {
        return !container.oneOff() && (query.services().isEmpty() || query.services().contains(container.service()))
                && (query.index() == 0 || query.index() == container.number());
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            followed.values().forEach(LogReader::close);
        } finally {
            lock.unlock();
        }
        CloseableIterator<EngineEvent> open = events;
        if (open != null) {
            open.close();
        }
    }

    private record Head(Instant time, LogLine line, ObservedContainer container, LogReader reader) {}
}
