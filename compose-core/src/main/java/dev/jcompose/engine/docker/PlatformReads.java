package dev.jcompose.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Lets virtual threads wait for an engine's bytes on platform threads. Left to itself the JDK hands such waits to a
 * thread of its own that then stays inside a system call for good, and a Java process which ends while a thread is
 * inside one is kept for another 300 ms. These threads are back when the bytes are there, and go with
 * {@link #stop()}. Safe for use by many threads.
 */
final class PlatformReads {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "jcompose-read");
        thread.setDaemon(true);
        return thread;
    });

    /** The same connection, read in this way. */
    Connection of(Connection connection) {
        return new Reading(connection, new Input(connection));
    }

    /** Ends the threads that nobody waits for; the others end with their reads. */
    void stop() {
        threads.shutdown();
    }

    private record Reading(Connection connection, InputStream in) implements Connection {
        @Override
        public OutputStream out() {
            return connection.out();
        }

        @Override
        public void endOutput() throws IOException {
            connection.endOutput();
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private final class Input extends InputStream {
        private final Connection connection;

        Input(Connection connection) {
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!Thread.currentThread().isVirtual()) {
                return connection.in().read(bytes, offset, length);
            }
            try {
                return await(threads.submit(() -> connection.in().read(bytes, offset, length)));
            } catch (RejectedExecutionException stopped) {
                throw new IOException("the connection is closed", stopped);
            }
        }

        /** Interrupting who waits closes the connection, as it does on a platform thread. */
        private int await(Future<Integer> read) throws IOException {
            try {
                return read.get();
            } catch (InterruptedException e) {
                connection.close();
                Thread.currentThread().interrupt();
                throw new ClosedByInterruptException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException failure) {
                    throw failure;
                }
                throw new IOException(e.getCause());
            }
        }
    }
}
