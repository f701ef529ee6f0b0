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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** How long the event of an end may come after the end of the logs. */
    private static final Duration LATEST_END = Duration.ofSeconds(5);
    /** How long the event of a start may come after the first lines. */
    private static final Duration LATEST_START = Duration.ofSeconds(2);

    private final Engine engine;
    private final String project;
    private final LogQuery query;
    private final Consumer<LogLine> sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, LogReader> followed = new HashMap<>();
    /** Containers that have started again while their last run was still being read. */
    private final Map<String, Restart> again = new HashMap<>();
    /** What was read of containers that are not followed just now. */
    private final Map<String, Recent> history = new ConcurrentHashMap<>();
    /** Containers of whose end the events have told while they were still being read. */
    private final Set<String> toldEnded = new HashSet<>();
    /** Containers that were read to their end, of which the events have not told it yet, nor why. */
    private final Set<String> endsToHear = new HashSet<>();
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
        known.forEach(history::putIfAbsent);
        CloseableIterator<EngineEvent> starts = events;
        if (starts != null) {
            Thread.ofVirtual().name("logs-events").start(() -> watch(starts));
        }
        awaitEnd();
    }

    /** Follows a container that runs since before, after what is known of it. */
    void add(ObservedContainer container, Recent recent) {
        boolean nothingOld = wantsNothingOld() && recent.from() == null;
        follow(container, recent, nothingOld ? 0 : null);
    }

    private boolean wantsNothingOld() {
        Integer tail = query.tail();
        return tail != null && tail == 0;
    }

    private void follow(ObservedContainer container, Recent recent, @Nullable Integer tail) {
        Instant from = recent.from();
        LogOptions all = new LogOptions(true, true, true, true, tail, query.since(), query.until());
        LogOptions options = from == null ? all : all.since(from);
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
            toldEnded.remove(container.id());
            Thread.ofPlatform().daemon().name("logs-" + container.name()).start(() -> drain(reader, recent, seen));
            changed.signalAll();
        } catch (EngineException gone) {
            // It was removed, or its logs cannot be read, which was told with its history.
        } finally {
            lock.unlock();
        }
    }

    private void drain(LogReader reader, Recent before, Recent.Again seen) {
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
            ended(reader, recent.last() == null ? before : recent);
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
        String id = reader.container().id();
        history.put(id, recent);
        Restart restarted;
        lock.lock();
        try {
            followed.remove(id);
            restarted = again.remove(id);
            if (!toldEnded.remove(id)) {
                endsToHear.add(id);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (restarted != null) {
            follow(restarted.container(), recent.last() == null ? restarted.before() : recent, null);
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
                    case "die" -> toldEnd(event.id());
                    case "destroy" -> history.remove(event.id());
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
        Recent before = before(event);
        for (ObservedContainer container : Logs.containers(engine, project, query)) {
            if (container.id().equals(event.id())) {
                follow(container, before, null);
            }
        }
    }

    /** What precedes the lines of a run; it may have written some before the event of its start. */
    private Recent before(EngineEvent start) {
        Recent read = history.get(start.id());
        boolean someUnread = read != null && read.last() == null && wantsNothingOld();
        if (someUnread) {
            return Recent.at(start.time().minus(LATEST_START));
        }
        return read == null ? new Recent() : read;
    }

    private void toldEnd(String id) {
        lock.lock();
        try {
            if (followed.containsKey(id)) {
                toldEnded.add(id);
            }
            endsToHear.remove(id);
            changed.signalAll();
        } finally {
            lock.unlock();
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
                    hearOfEnds();
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

    /** An event that tells of an end comes after those that tell whether something else has made an end of it. */
    private void hearOfEnds() throws InterruptedException {
        for (long left = LATEST_END.toNanos(); left > 0 && !closed && !endsToHear.isEmpty() && followed.isEmpty();) {
            left = changed.awaitNanos(left);
        }
        if (followed.isEmpty()) {
            endsToHear.clear();
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
