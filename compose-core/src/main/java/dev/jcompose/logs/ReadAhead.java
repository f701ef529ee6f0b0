package dev.jcompose.logs;

import dev.jcompose.engine.EngineException;
import dev.jcompose.observe.ObservedContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A container's lines, read before their turn comes: the engine works on a log only while somebody reads it, and has all
 * of them to work on at once. The first lines are read by whoever asks, since most logs have no more; then a thread goes
 * on. {@link #next()} belongs to one thread; any thread may close.
 */
final class ReadAhead implements AutoCloseable {
    /** A log of which so few lines come at a time is given time to gather more: each read costs more than a line. */
    private static final int FEW = 256;
    private static final long GATHERING_NANOS = 1_000_000;

    private final LogReader reader;
    private final String address;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private List<LogLine> read = new ArrayList<>();
    private int characters;
    private boolean ended;
    private boolean closed;
    private @Nullable Throwable failure;
    private List<LogLine> taken = List.of();
    private int position;
    private boolean begun;

    /**
     * Reads nothing yet.
     *
     * @param address
     *            the engine's, for errors
     * @param most
     *            about how many characters are kept
     */
    ReadAhead(LogReader reader, String address, int most) {
        this.reader = reader;
        this.address = address;
        this.most = most;
    }

    ObservedContainer container() {
        return reader.container();
    }

    /**
     * The next line, or null where there is none any more.
     *
     * @throws EngineException
     *             if there is no reading on, or the thread is interrupted
     */
    @Nullable
    LogLine next() {
        if (position == taken.size()) {
            taken = begun ? take() : batch();
            position = 0;
            if (!begun && !taken.isEmpty()) {
                begun = true;
                Thread.ofPlatform().daemon().name("logs-" + container().name()).start(this::readOn);
            }
        }
        return position < taken.size() ? taken.get(position++) : null;
    }

    private List<LogLine> take() {
        lock.lock();
        try {
            while (read.isEmpty() && !ended) {
                changed.await();
            }
            if (read.isEmpty()) {
                rethrow(failure);
            }
            List<LogLine> lines = read;
            read = new ArrayList<>(lines.size());
            characters = 0;
            changed.signal();
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException.Interrupted("logs", "container " + container().name(), address);
        } finally {
            lock.unlock();
        }
    }

    private void readOn() {
        try {
            List<LogLine> batch = batch();
            while (give(batch)) {
                if (batch.size() < FEW) {
                    LockSupport.parkNanos(GATHERING_NANOS);
                }
                batch = batch();
            }
        } catch (RuntimeException | Error broken) {
            end(broken);
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException broken) {
            throw broken;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    /** What the engine sent at one time, one line at least; empty at the end. */
    private List<LogLine> batch() {
        List<LogLine> batch = new ArrayList<>();
        do {
            LogLine line = reader.next();
            if (line == null) {
                break;
            }
            batch.add(line);
        } while (reader.isBuffered());
        return batch;
    }

    /** Waits until there is room again; tells whether there is more to be read. */
    private boolean give(List<LogLine> batch) {
        if (batch.isEmpty()) {
            end(null);
            return false;
        }
        lock.lock();
        try {
            read.addAll(batch);
            for (LogLine line : batch) {
                characters += line.text().length();
            }
            changed.signal();
            while (characters > most && !closed) {
                changed.awaitUninterruptibly();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable Throwable why) {
        lock.lock();
        try {
            failure = why;
            ended = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the reading; {@link #next()} still gives what was read before. */
    @Override
    public void close() {
        reader.close();
        lock.lock();
        try {
            closed = true;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
