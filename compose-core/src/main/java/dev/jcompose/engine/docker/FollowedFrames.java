package dev.jcompose.engine.docker;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a container writes from now on. The call was sent; its answer is awaited by whoever asks for the first frame,
 * because Podman begins to answer when the container has written something.
 */
final class FollowedFrames implements CloseableIterator<Frame> {
    private final HttpConnection connection;
    private final Supplier<FrameStream> answer;
    private volatile @Nullable FrameStream frames;
    private volatile boolean closed;

    /**
     * Waits for nothing yet.
     *
     * @param connection
     *            over which the call was sent
     * @param answer
     *            waits for the head of its answer
     */
    FollowedFrames(HttpConnection connection, Supplier<FrameStream> answer) {
        this.connection = connection;
        this.answer = answer;
    }

    @Override
    public boolean hasNext() {
        FrameStream begun = frames;
        if (begun == null) {
            begun = begin();
        }
        return begun != null && begun.hasNext();
    }

    /** Nothing where this is closed. */
    private @Nullable FrameStream begin() {
        if (closed) {
            return null;
        }
        try {
            FrameStream begun = answer.get();
            frames = begun;
            if (closed) {
                begun.close();
            }
            return begun;
        } catch (EngineException failure) {
            if (closed) {
                return null;
            }
            close();
            throw failure;
        }
    }

    @Override
    public Frame next() {
        FrameStream begun = hasNext() ? frames : null;
        if (begun == null) {
            throw new NoSuchElementException();
        }
        return begun.next();
    }

    @Override
    public void close() {
        closed = true;
        FrameStream begun = frames;
        if (begun == null) {
            connection.closeQuietly();
        } else {
            begun.close();
        }
    }
}
