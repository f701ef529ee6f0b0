package dev.jcompose.watch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gathers changes until nothing has changed for a moment, or some have waited for long. Times are nanoseconds of any one
 * clock. For one thread.
 */
final class Batcher {
    private final long quiet;
    private final long longest;
    private final Set<Path> gathered = new TreeSet<>();
    private long first;
    private long last;

    /**
     * @param quiet
     *            how long nothing must have changed
     * @param longest
     *            how long the first change waits at most
     */
    Batcher(long quiet, long longest) {
        this.quiet = quiet;
        this.longest = longest;
    }

    void add(Collection<Path> changed, long now) {
        if (changed.isEmpty()) {
            return;
        }
        if (gathered.isEmpty()) {
            first = now;
        }
        last = now;
        gathered.addAll(changed);
    }

    /** How long until there may be a batch; the given patience where nothing waits. */
    long untilDue(long now, long patience) {
        return gathered.isEmpty() ? patience : Math.max(0, Math.min(last + quiet, first + longest) - now);
    }

    /** What has been gathered, sorted, if its time has come; empty otherwise. */
    Set<Path> due(long now) {
        if (gathered.isEmpty() || untilDue(now, 0) > 0) {
            return Set.of();
        }
        Set<Path> batch = new TreeSet<>(gathered);
        gathered.clear();
        return batch;
    }
}
