package dev.jcompose.engine;

import java.io.OutputStream;

/**
 * A conversation with a process: what it writes is iterated over, what is written to {@link #stdin()} it reads. With a
 * terminal all output is {@link Frame.Channel#STDOUT}. Reading and writing may be done by two threads.
 */
public interface Session extends CloseableIterator<Frame> {
    /**
     * The process's standard input. Closing it gives the process end-of-file and leaves its output open. Writing to a
     * process that has gone is an {@link java.io.IOException}.
     */
    OutputStream stdin();
}
