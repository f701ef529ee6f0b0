package dev.jcompose.logs;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.Frame;
import dev.jcompose.observe.ObservedContainer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
    private final LineAssembler out = new LineAssembler(line -> ready.add(parse(Frame.Channel.STDOUT, line)));
    private final LineAssembler err = new LineAssembler(line -> ready.add(parse(Frame.Channel.STDERR, line)));
    private boolean ended;

    LogReader(Engine engine, ObservedContainer container, LogOptions options) {
        this.container = container;
        this.frames = engine.containers().logs(container.id(),
                new LogOptions(true, true, options.follow(), true, options.tail(), options.since(), options.until()));
    }

    /** The next line, or null where there is none any more. */
    @Nullable
    LogLine next() {
        while (ready.isEmpty() && !ended) {
            if (frames.hasNext()) {
                Frame frame = frames.next();
                LineAssembler lines = frame.channel() == Frame.Channel.STDERR ? err : out;
                lines.accept(frame.bytes(), 0, frame.bytes().length);
            } else {
                ended = true;
                out.end();
                err.end();
            }
        }
        return ready.poll();
    }

    /** The engine puts the time and a space before each line. */
    private LogLine parse(Frame.Channel channel, String line) {
        int space = line.indexOf(' ');
        String stamp = space < 0 ? line : line.substring(0, space);
        String text = space < 0 ? "" : line.substring(space + 1);
        try {
            return new LogLine(container.name(), container.service(), channel, Instant.parse(stamp), stripReturn(text));
        } catch (DateTimeParseException noTime) {
            return new LogLine(container.name(), container.service(), channel, null, stripReturn(line));
        }
    }

    /** Lines of a terminal end with a carriage return, too. */
    private static String stripReturn(String text) {
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() {
        frames.close();
    }
}
