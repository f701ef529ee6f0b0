package dev.jcompose.logs;

import dev.jcompose.observe.ObservedContainer;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The lines of several logs in the order of time. Lines of one log stay in its own order, and those without a time come
 * at once. For one thread.
 */
final class MergedLogs {
    private final PriorityQueue<Head> heads = new PriorityQueue<>((a, b) -> a.time().compareTo(b.time()));

    /** Begins to read all of them. */
    MergedLogs(List<ReadAhead> logs) {
        for (ReadAhead log : logs) {
            Head first = head(log);
            if (first != null) {
                heads.add(first);
            }
        }
    }

    /** Gives each line with the container that wrote it, until there is none any more or it is to end. */
    void forEach(BiConsumer<ObservedContainer, LogLine> sink, BooleanSupplier ends) {
        for (Head head = heads.poll(); head != null && !ends.getAsBoolean();) {
            sink.accept(head.log().container(), head.line());
            head = earliest(head(head.log()));
        }
    }

    /** Most lines are followed by one of the same log, which then has not to be put in order. */
    private @Nullable Head earliest(@Nullable Head next) {
        Head other = heads.peek();
        if (next == null || (other != null && other.time().isBefore(next.time()))) {
            heads.poll();
            if (next != null) {
                heads.add(next);
            }
            return other;
        }
        return next;
    }

    private static @Nullable Head head(ReadAhead log) {
        LogLine line = log.next();
        if (line == null) {
            return null;
        }
        Instant time = line.time();
        return new Head(time == null ? Instant.MIN : time, line, log);
    }

    private record Head(Instant time, LogLine line, ReadAhead log) {}
}
