package dev.jcompose.progress;

import dev.jcompose.execute.EventSink;

/** Shows events. May be told by many threads at once; closing finishes the picture. */
public interface Display extends EventSink, AutoCloseable {
    /** A state that something was found in, with nothing to do about it. */
    void found(String subject, String state);

    /**
     * Prints something that stays, so that it does not fall into a picture which is drawn again and again.
     *
     * @param text
     *            prints whole lines and flushes
     */
    default void above(Runnable text) {
        text.run();
    }

    @Override
    void close();
}
