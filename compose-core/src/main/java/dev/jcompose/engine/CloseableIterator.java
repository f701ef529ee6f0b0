package dev.jcompose.engine;

import java.util.Iterator;

/**
 * What comes from the engine bit by bit. {@link #hasNext()} blocks until there is something or the stream has ended; it
 * belongs to one thread at a time. {@link #close()} may be called by any thread, more than once, and makes
 * {@code hasNext} answer false. A broken connection is an {@link EngineException.Unreachable}, a failure that the
 * engine reports in the stream an {@link EngineException.Rejected}.
 */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {
    /** Whether the next element is here already, at least in part, so that {@link #hasNext()} will hardly wait. */
    default boolean isBuffered() {
        return false;
    }

    @Override
    void close();
}
