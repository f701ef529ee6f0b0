package dev.jcompose.terminal;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Flushes a stream as soon as somebody has written to it, by a thread of its own: where much is written, one flush does
 * for many writes. Safe for use by many threads.
 */
public final class FlushedSoon implements AutoCloseable {
    private final PrintStream stream;
    private final AtomicBoolean written = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;

    /** Flushes nothing before it is told. */
    public FlushedSoon(PrintStream stream) {
        this.stream = stream;
        this.thread = Thread.ofPlatform().daemon().name("flush").start(this::run);
    }

    /** Something was written. */
    public void written() {
        if (!written.get() && written.compareAndSet(false, true)) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closed) {
            LockSupport.park(this);
            if (written.compareAndSet(true, false)) {
                stream.flush();
            }
        }
    }

    /** Flushes a last time. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        stream.flush();
    }
}
