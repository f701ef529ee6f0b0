package dev.jcompose.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes what does not get done in time, since reading from a Unix socket knows no timeout. One daemon thread, from the
 * first thing timed until {@link #stop()}.
 */
final class Deadlines {
    private final List<Deadline> pending = new ArrayList<>();
    private boolean started;
    private boolean stopped;

    /** Begins to count; {@code null} counts for ever. */
    synchronized Deadline begin(@Nullable Duration patience, Closeable target) {
        Deadline deadline = new Deadline(target, patience == null ? 0 : System.nanoTime() + patience.toNanos());
        if (patience != null && !stopped) {
            pending.add(deadline);
            if (!started) {
                started = true;
                Thread thread = new Thread(this::watch, "jcompose-deadlines");
                thread.setDaemon(true);
                thread.start();
            }
            notifyAll();
        }
        return deadline;
    }

    /** Ends the watching thread, if there is one. */
    synchronized void stop() {
        stopped = true;
        pending.clear();
        notifyAll();
    }

    private void watch() {
        for (List<Deadline> late = late(); !late.isEmpty(); late = late()) {
            for (Deadline deadline : late) {
                deadline.expire();
            }
        }
    }

    /** Waits until some are late; none when stopped. */
    private synchronized List<Deadline> late() {
        List<Deadline> late = new ArrayList<>();
        while (!stopped && late.isEmpty()) {
            long now = System.nanoTime();
            long nearest = Long.MAX_VALUE;
            for (Deadline deadline : pending) {
                if (deadline.end - now <= 0) {
                    late.add(deadline);
                }
                nearest = Math.min(nearest, deadline.end - now);
            }
            pending.removeAll(late);
            if (late.isEmpty()) {
                try {
                    wait(pending.isEmpty() ? 0 : nearest / 1_000_000 + 1);
                } catch (InterruptedException nobodyElsesBusiness) {
                    stopped = true;
                }
            }
        }
        return late;
    }

    private synchronized void remove(Deadline deadline) {
        pending.remove(deadline);
    }

    /** One thing that is being timed. */
    final class Deadline implements AutoCloseable {
        private final Closeable target;
        private final long end;
        private volatile boolean expired;

        private Deadline(Closeable target, long end) {
            this.target = target;
            this.end = end;
        }

        boolean isExpired() {
            return expired;
        }

        private void expire() {
            expired = true;
            try {
                target.close();
            } catch (IOException gone) {
                // Closed is closed.
            }
        }

        /** It got done. */
        @Override
        public void close() {
            remove(this);
        }
    }
}
