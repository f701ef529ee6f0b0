package dev.jcompose.engine.memory;

import dev.jcompose.engine.CloseableIterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What comes bit by bit from a list that grows. */
final class Feed<T> implements CloseableIterator<T> {
    private final World world;
    private final Function<Feed<T>, @Nullable T> poll;
    private final Function<Feed<T>, Boolean> ended;
    private int position;
    private @Nullable T next;
    private boolean closed;

    /**
     * Begins at a position of the list.
     *
     * @param poll
     *            the next element, or null where there is none yet; moves the feed's position
     * @param ended
     *            whether there will be none any more
     */
    Feed(World world, int position, Function<Feed<T>, @Nullable T> poll, Function<Feed<T>, Boolean> ended) {
        this.world = world;
        this.position = position;
        this.poll = poll;
        this.ended = ended;
    }

    /** The position in the list, moved on by one. */
    int advance() {
        return position++;
    }

    int position() {
        return position;
    }

    @Override
    public boolean hasNext() {
        synchronized (world) {
            while (next == null) {
                if (closed || world.isClosed()) {
                    return false;
                }
                next = poll.apply(this);
                if (next == null) {
                    if (ended.apply(this)) {
                        return false;
                    }
                    world.awaitChange("follow", "engine");
                }
            }
            return true;
        }
    }

    @Override
    public T next() {
        synchronized (world) {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            T value = next;
            next = null;
            return value;
        }
    }

    @Override
    public void close() {
        synchronized (world) {
            closed = true;
            world.changed();
        }
    }
}
