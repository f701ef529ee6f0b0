package dev.jcompose.run;

import dev.jcompose.engine.AttachOptions;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerDetails;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.ContainerStatus;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import dev.jcompose.logs.LineAssembler;
import dev.jcompose.logs.LogLine;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} shows while it stays in front: the output of containers from before their start on, and their ends.
 * Attach first, then start the containers, then {@link #await}. Listeners are called by one thread at a time.
 */
public final class Foreground implements AutoCloseable {
    private final Engine engine;
    private final String project;
    private final Listener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock telling = new ReentrantLock();
    private final Map<String, ObservedContainer> watched = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final List<CloseableIterator<Frame>> open = new ArrayList<>();
    private final List<Thread> readers = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CloseableIterator<EngineEvent> events;
    private volatile Predicate<ObservedContainer> newcomers = container -> false;
    private volatile boolean endless;

    /** Told of what happens. */
    public interface Listener {
        /** A container wrote a line. */
        void line(LogLine line);

        /** A container ended; it may be started again by the engine. */
        void exited(ObservedContainer container, int code, boolean restarting);
    }

    private Foreground(Engine engine, String project, Listener listener) {
        this.engine = engine;
        this.project = project;
        this.listener = listener;
        this.events = engine.events().ofProject(project);
    }

    /**
     * Attaches to containers, running or yet to be started.
     *
     * @param watched
     *            those that are waited for
     * @param shown
     *            names of those whose output is shown
     */
    public static Foreground attach(Engine engine, String project, List<ObservedContainer> watched, Set<String> shown,
            Listener listener) {
        Foreground foreground = new Foreground(engine, project, listener);
        foreground.shown.addAll(shown);
        for (ObservedContainer container : watched) {
            foreground.watched.put(container.id(), container);
            foreground.running.add(container.id());
            if (shown.contains(container.name())) {
                foreground.show(container, engine.containers().attach(container.id(), AttachOptions.OUTPUT));
            }
        }
        Thread.ofVirtual().name("foreground-events").start(foreground::watch);
        return foreground;
    }

    /**
     * Takes in containers that are made later, such as those that replace others.
     *
     * @param wanted
     *            which of them
     */
    public void adopt(Predicate<ObservedContainer> wanted) {
        newcomers = wanted;
    }

    /** Whether to go on though no container runs: there may be others soon. */
    public void stay(boolean on) {
        endless = on;
        lock.lock();
        try {
            endIfNothingRuns();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when every container has ended for good, or this was closed. */
    public void await() throws InterruptedException {
        over.await();
        for (Thread reader : readers()) {
            reader.join();
        }
    }

    /**
     * Returns when every container has ended and all that they wrote was shown, or when the time is up: what stops
     * containers may so let them have their last word.
     */
    public void await(Duration atMost) throws InterruptedException {
        Instant end = Instant.now().plus(atMost);
        if (!over.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        for (Thread reader : readers()) {
            reader.join(Duration.ofMillis(Math.max(1, Duration.between(Instant.now(), end).toMillis())));
        }
    }

    private List<Thread> readers() {
        lock.lock();
        try {
            return List.copyOf(readers);
        } finally {
            lock.unlock();
        }
    }

    /** Containers that the start did not bring up, or that had ended before anybody listened, count as ended. */
    public void started() {
        Map<String, ObservedContainer> now = new HashMap<>();
        Observer.containers(engine, project).forEach(container -> now.put(container.id(), container));
        lock.lock();
        try {
            running.removeIf(id -> {
                ObservedContainer container = now.get(id);
                return container == null || container.status() == ContainerStatus.CREATED;
            });
            endIfNothingRuns();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        try {
            while (events.hasNext()) {
                EngineEvent event = events.next();
                switch (event.action()) {
                    case "die" -> died(event);
                    case "start" -> startedAgain(event);
                    default -> {
                        // Nothing else changes what is shown.
                    }
                }
            }
        } catch (EngineException closedOrBroken) {
            over.countDown();
        }
        over.countDown();
    }

    private void died(EngineEvent event) {
        ObservedContainer container = watched(event.id());
        if (container == null || !isNews(event.id())) {
            return;
        }
        boolean restarting = isRestarting(event.id());
        telling.lock();
        try {
            listener.exited(container, number(event.attribute("exitCode")), restarting);
        } finally {
            telling.unlock();
        }
        if (!restarting) {
            lock.lock();
            try {
                running.remove(event.id());
                endIfNothingRuns();
            } finally {
                lock.unlock();
            }
        }
    }

    /** An engine that kills what is just ending tells the end twice. */
    private boolean isNews(String id) {
        lock.lock();
        try {
            return ended.add(id);
        } finally {
            lock.unlock();
        }
    }

    private void endIfNothingRuns() {
        if (running.isEmpty() && !endless) {
            over.countDown();
        }
    }

    private boolean isRestarting(String id) {
        try {
            ContainerDetails details = engine.containers().inspect(id);
            return details.state().status() == ContainerStatus.RESTARTING || details.state().isRunning();
        } catch (EngineException.NotFound removed) {
            return false;
        }
    }

    /** The first start is what was attached for; any other begins a new stretch of output. */
    private void startedAgain(EngineEvent event) {
        ObservedContainer known = watched(event.id());
        ObservedContainer container = known == null ? adopted(event.id()) : known;
        if (container == null) {
            return;
        }
        lock.lock();
        try {
            running.add(event.id());
            ended.remove(event.id());
        } finally {
            lock.unlock();
        }
        if (shown.contains(container.name()) && !isRead(container)) {
            showAnew(container);
        }
    }

    /** The first words may be older than the event of the start; they are younger than the end before it. */
    private void showAnew(ObservedContainer container) {
        try {
            Instant ended = engine.containers().inspect(container.id()).state().finishedAt();
            show(container, engine.containers().logs(container.id(),
                    ended == null ? LogOptions.FOLLOW : LogOptions.FOLLOW.since(ended)));
        } catch (EngineException.NotFound removedMeanwhile) {
            return;
        }
    }

    private @Nullable ObservedContainer adopted(String id) {
        for (ObservedContainer container : Observer.containers(engine, project)) {
            if (container.id().equals(id) && newcomers.test(container)) {
                lock.lock();
                try {
                    watched.put(id, container);
                    shown.add(container.name());
                } finally {
                    lock.unlock();
                }
                return container;
            }
        }
        return null;
    }

    private @Nullable ObservedContainer watched(String id) {
        lock.lock();
        try {
            return watched.get(id);
        } finally {
            lock.unlock();
        }
    }

    private boolean isRead(ObservedContainer container) {
        lock.lock();
        try {
            return readers.stream().anyMatch(reader -> reader.isAlive() && reader.getName().equals(container.name()));
        } finally {
            lock.unlock();
        }
    }

    private void show(ObservedContainer container, CloseableIterator<Frame> frames) {
        lock.lock();
        try {
            open.add(frames);
            readers.add(Thread.ofVirtual().name(container.name()).start(() -> read(container, frames)));
        } finally {
            lock.unlock();
        }
    }

    private void read(ObservedContainer container, CloseableIterator<Frame> frames) {
        LineAssembler out = new LineAssembler(line -> tell(container, Frame.Channel.STDOUT, line));
        LineAssembler err = new LineAssembler(line -> tell(container, Frame.Channel.STDERR, line));
        try {
            while (frames.hasNext()) {
                Frame frame = frames.next();
                LineAssembler lines = frame.channel() == Frame.Channel.STDERR ? err : out;
                lines.accept(frame.bytes(), 0, frame.bytes().length);
            }
        } catch (EngineException goneOrClosed) {
            // What has come so far is all there is.
        }
        out.end();
        err.end();
        frames.close();
    }

    private void tell(ObservedContainer container, Frame.Channel channel, String line) {
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        telling.lock();
        try {
            listener.line(new LogLine(container.name(), container.service(), channel, null, text));
        } finally {
            telling.unlock();
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notTold) {
            return 0;
        }
    }

    /** Detaches; the containers go on. */
    @Override
    public void close() {
        over.countDown();
        events.close();
        lock.lock();
        try {
            open.forEach(CloseableIterator::close);
        } finally {
            lock.unlock();
        }
    }
}
