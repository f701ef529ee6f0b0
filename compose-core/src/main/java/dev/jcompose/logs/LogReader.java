package dev.jcompose.logs;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.Frame;
import dev.jcompose.observe.ObservedContainer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One container's lines in order. {@link #next()} blocks until there is one; only {@link #close()} may be called by
 * another thread.
 */
final class LogReader implements AutoCloseable {
    private final ObservedContainer container;
    private final CloseableIterator<Frame> frames;
    private final Deque<LogLine> ready = new ArrayDeque<>();
    private final StampedLines out = new StampedLines((time, text) -> add(Frame.Channel.STDOUT, time, text));
    private final StampedLines err = new StampedLines((time, text) -> add(Frame.Channel.STDERR, time, text));
    private boolean ended;

    /**
     * Begins to read; options are taken but for times, which are needed always.
     *
     * @throws dev.jcompose.engine.EngineException
     *             if there are no logs to read, as of a driver that cannot give them back
     */
    LogReader(Engine engine, ObservedContainer container, LogOptions options) {
        this(container, engine.containers().logs(container.id(), options));
    }

    /** Reads a log that was asked for with times. */
    LogReader(ObservedContainer container, CloseableIterator<Frame> frames) {
        this.container = container;
        this.frames = frames;
    }

    ObservedContainer container() {
        return container;
    }

    /** The next line, or null where there is none any more. */
    @Nullable
    LogLine next() {
        while (ready.isEmpty() && !ended) {
            if (frames.hasNext()) {
                Frame frame = frames.next();
                (frame.channel() == Frame.Channel.STDERR ? err : out).accept(frame.bytes());
            } else {
                ended = true;
                out.end();
                err.end();
            }
        }
        return ready.poll();
    }

    /** Whether there is more without waiting for the engine. */
    boolean isBuffered() {
        return !ready.isEmpty() || frames.isBuffered();
    }

    private void add(Frame.Channel channel, @Nullable Instant time, String text) {
        ready.add(new LogLine(container.name(), container.service(), channel, time, text));
    }

    @Override
    public void close() {
        frames.close();
    }
}
