package dev.jcompose.logs;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.EngineException;
import dev.jcompose.observe.ObservedContainer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What containers write from now on, those that come later too. One platform thread a container: there is one read for
 * every few lines, and those are cheaper there than for virtual threads.
 */
final class Following implements AutoCloseable {
    /** How long something else may take to start again what it has stopped. */
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** How long something else may take to start what it has made. */
    private static final Duration GRACE_OF_CREATED = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Engine engine;
    private final String project;
    private final LogQuery query;
    private final Consumer<LogLine> sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, LogReader> followed = new HashMap<>();
    /** Containers that have started again while their last run was still being read. */
    private final Map<String, Restart> again = new HashMap<>();
    private final Map<String, Recent> history = new ConcurrentHashMap<>();
    private boolean wasStopped;
    private boolean closed;
    private volatile @Nullable CloseableIterator<EngineEvent> events;

    Following(Engine engine, String project, LogQuery query, Consumer<LogLine> sink) {
        this.engine = engine;
        this.project = project;
        this.query = query;
        this.sink = sink;
    }

    /** Begins to hear of containers that start; none is missed from here on. */
    void listen() {
        events = engine.events().ofProject(project);
    }

    /**
     * Returns when nothing is left to follow and nothing is to be expected.
     *
     * @param known
     *            the last lines of the containers that there are, by id
     */
    void goOn(Map<String, Recent> known) {
        history.putAll(known);
        CloseableIterator<EngineEvent> starts = events;
        if (starts != null) {
            Thread.ofVirtual().name("logs-events").start(() -> watch(starts));
        }
        awaitEnd();
    }

    /** Follows a container, after what is known of it. */
    void add(ObservedContainer container, Recent recent) {
        Instant from = recent.from();
        LogOptions all = new LogOptions(true, true, true, true, null, query.since(), query.until());
        Integer tail = query.tail();
        boolean nothingOld = from == null && tail != null && tail == 0;
        LogOptions options = from != null
                ? all.since(from)
                : nothingOld ? new LogOptions(true, true, true, true, 0, query.since(), query.until()) : all;
        Recent.Again seen = recent.again();
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (followed.containsKey(container.id())) {
                again.put(container.id(), new Restart(container, recent));
                return;
            }
            LogReader reader = new LogReader(engine, container, options);
            followed.put(container.id(), reader);
            Thread.ofPlatform().daemon().name("logs-" + container.name()).start(() -> drain(reader, seen));
            changed.signalAll();
        } catch (EngineException gone) {
            // It was removed, or its logs cannot be read, which was told with its history.
        } finally {
            lock.unlock();
        }
    }

    private void drain(LogReader reader, Recent.Again seen) {
        Recent recent = new Recent();
        try {
            for (LogLine line = reader.next(); line != null; line = reader.next()) {
                if (!seen.was(line)) {
                    give(line);
                }
                recent.add(line);
            }
        } catch (EngineException gone) {
            // The container was removed, or we were closed: there is no more to read.
        } finally {
            reader.close();
            ended(reader, recent);
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

    private void ended(LogReader reader, Recent recent) {
        Restart restarted;
        lock.lock();
        try {
            followed.remove(reader.container().id());
            restarted = again.remove(reader.container().id());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (restarted != null) {
            add(restarted.container(), recent.last() == null ? restarted.before() : recent);
        }
    }

    private record Restart(ObservedContainer container, Recent before) {}

    private void watch(CloseableIterator<EngineEvent> stream) {
        try {
            while (stream.hasNext()) {
                EngineEvent event = stream.next();
                switch (event.action()) {
                    case "start" -> started(event);
                    case "kill", "stop" -> stopped(true);
                    default -> {
                        // Everything else writes nothing.
                    }
                }
            }
        } catch (EngineException closedOrBroken) {
            close();
        }
    }

    private void started(EngineEvent event) {
        stopped(false);
        Recent read = history.remove(event.id());
        Instant last = read == null ? null : read.last();
        Recent before = read == null || last == null || last.isBefore(event.time())
                ? Recent.at(event.time().minusNanos(1))
                : read;
        for (ObservedContainer container : Logs.containers(engine, project, query)) {
            if (container.id().equals(event.id())) {
                add(container, before);
            }
        }
    }

    private void stopped(boolean by) {
        lock.lock();
        try {
            wasStopped = by;
        } finally {
            lock.unlock();
        }
    }

    private void awaitEnd() {
        try {
            long idleSince = System.nanoTime();
            while (true) {
                lock.lock();
                try {
                    if (closed) {
                        return;
                    }
                    if (!followed.isEmpty()) {
                        changed.await();
                        idleSince = System.nanoTime();
                        continue;
                    }
                } finally {
                    lock.unlock();
                }
                Duration grace = grace();
                Duration left = grace.minusNanos(System.nanoTime() - idleSince);
                if (left.isNegative() || left.isZero()) {
                    return;
                }
                pause(left.compareTo(LOOK) < 0 ? left.toNanos() : LOOK.toNanos());
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
        }
    }

    private void pause(long nanos) throws InterruptedException {
        lock.lock();
        try {
            for (long left = nanos; left > 0 && !closed && followed.isEmpty();) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What was stopped may be about to be started again, what was made to be started, and what runs to write. */
    private Duration grace() {
        List<ObservedContainer> there = Logs.containers(engine, project, query);
        if (there.stream().anyMatch(ObservedContainer::isRunning)) {
            return ChronoUnit.FOREVER.getDuration();
        }
        if (there.stream().anyMatch(each -> each.status() == ContainerStatus.CREATED)) {
            return GRACE_OF_CREATED;
        }
        lock.lock();
        try {
            return wasStopped ? GRACE : Duration.ZERO;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            followed.values().forEach(LogReader::close);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        CloseableIterator<EngineEvent> open = events;
        if (open != null) {
            open.close();
        }
    }
}
