package dev.jcompose.progress;

import dev.jcompose.execute.EventSink;

/** Shows events. May be told by many threads at once; closing finishes the picture. */
public interface Display extends EventSink, AutoCloseable {
    /** A state that something was found in, with nothing to do about it. */
    void found(String subject, String state);

    @Override
    void close();
}
