package dev.jcompose.logs;

import dev.jcompose.engine.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last lines of a container's history: where following begins, they come again. Following cannot begin just after
 * the last one, since the engine stamps what comes from two streams before it puts it in order, so that a line may be
 * written after one of a later time. Not safe for use by several threads.
 */
final class Recent {
    private static final Duration SPAN = Duration.ofMillis(200);
    private static final int MOST = 5_000;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private @Nullable Instant last;

    /** As if there had been a line at a moment. */
    static Recent at(Instant moment) {
        Recent recent = new Recent();
        recent.add(new LogLine("", "", Frame.Channel.STDOUT, moment, ""));
        return recent;
    }

    void add(LogLine line) {
        Instant time = line.time();
        if (time == null) {
            return;
        }
        Instant latest = last == null || time.isAfter(last) ? time : last;
        last = latest;
        lines.add(line);
        while (lines.size() > MOST || isOld(lines.getFirst(), latest)) {
            lines.removeFirst();
        }
    }

    private static boolean isOld(LogLine line, Instant latest) {
        Instant time = line.time();
        return time == null || time.isBefore(latest.minus(SPAN));
    }

    /** The time of the last line; null where there was none. */
    @Nullable
    Instant last() {
        return last;
    }

    /** From when on to ask again, so that nothing is missed; null where there was no line. */
    @Nullable
    Instant from() {
        LogLine first = lines.peek();
        return first == null ? null : first.time();
    }

    /** What knows these lines, each as often as it was there, to tell them from new ones. */
    Again again() {
        return new Again(this);
    }

    /** Tells lines that come a second time from new ones. */
    static final class Again {
        private final @Nullable Instant last;
        private final Map<LogLine, Integer> known = new HashMap<>();

        private Again(Recent recent) {
            this.last = recent.last;
            recent.lines.forEach(line -> known.merge(line, 1, Integer::sum));
        }

        /** Whether it was there before; each such line is known once. */
        boolean was(LogLine line) {
            Instant time = line.time();
            if (known.isEmpty() || time == null || last == null || time.isAfter(last)) {
                return false;
            }
            Integer count = known.get(line);
            if (count == null) {
                return false;
            }
            known.put(line, count - 1);
            if (count == 1) {
                known.remove(line);
            }
            return true;
        }
    }
}
