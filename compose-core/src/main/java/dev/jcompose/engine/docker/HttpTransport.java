package dev.jcompose.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls to one engine. Connections are opened when needed and kept for further calls; those that carry streams
 * belong to their streams. Safe for use by many threads.
 */
final class HttpTransport implements Closeable {
    private static final int MOST_IDLE = 32;

    private final Connector connector;
    private final Map<String, String> headers;
    private final Deadlines deadlines = new Deadlines();
    private final PlatformReads reads = new PlatformReads();
    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    private final Set<HttpConnection> open = new HashSet<>();
    private boolean closed;

    HttpTransport(Connector connector, Map<String, String> headers) {
        this.connector = connector;
        this.headers = headers;
    }

    /**
     * Sends a call and returns with the head of its answer, whatever its status.
     *
     * @throws SocketTimeoutException
     *             if the engine does not answer within the call's patience
     * @throws java.nio.channels.ClosedByInterruptException
     *             if the thread is interrupted
     */
    HttpAnswer execute(HttpCall call) throws IOException {
        HttpConnection kept = takeIdle();
        if (kept != null && (call.isRepeatable() || call.body() == null)) {
            try {
                return exchange(kept, call);
            } catch (SocketTimeoutException | java.nio.channels.ClosedByInterruptException ended) {
                throw ended;
            } catch (IOException stale) {
                if (kept.isAnswered() || !call.isRepeatable()) {
                    throw stale;
                }
            }
            kept = null;
        }
        return exchange(kept == null ? connect() : kept, call);
    }

    /** Sends a call that has no body over a connection of its own, on which its answer is to be awaited. */
    HttpConnection begin(HttpCall call) throws IOException {
        HttpConnection connection = connect();
        try {
            connection.send(whole(call));
            return connection;
        } catch (IOException | RuntimeException failure) {
            connection.closeQuietly();
            throw failure;
        }
    }

    /** With the headers that every call has. */
    private HttpCall whole(HttpCall call) {
        return headers.isEmpty() ? call : call.withUsual(headers);
    }

    private HttpAnswer exchange(HttpConnection connection, HttpCall call) throws IOException {
        try (Deadlines.Deadline deadline = deadlines.begin(call.patience(), connection)) {
            try {
                return connection.exchange(whole(call));
            } catch (IOException | RuntimeException failure) {
                connection.closeQuietly();
                if (deadline.isExpired()) {
                    throw new SocketTimeoutException("no answer within " + seconds(call) + " s");
                }
                throw failure;
            }
        }
    }

    /**
     * All of an answer's body, within the call's patience again.
     *
     * @throws SocketTimeoutException
     *             if it does not come to its end in time
     */
    byte[] readAll(HttpCall call, HttpAnswer answer) throws IOException {
        try (Deadlines.Deadline deadline = deadlines.begin(call.patience(), answer.connection())) {
            try {
                return answer.body().readAllBytes();
            } catch (IOException failure) {
                answer.connection().closeQuietly();
                if (deadline.isExpired()) {
                    throw new SocketTimeoutException("the answer did not end within " + seconds(call) + " s");
                }
                throw failure;
            }
        }
    }

    private static long seconds(HttpCall call) {
        return call.patience() == null ? 0 : call.patience().toSeconds();
    }

    private synchronized @Nullable HttpConnection takeIdle() {
        return idle.pollLast();
    }

    private HttpConnection connect() throws IOException {
        HttpConnection connection = new HttpConnection(reads.of(connector.open()), this::keep, this::forget);
        synchronized (this) {
            if (!closed) {
                open.add(connection);
                return connection;
            }
        }
        connection.closeQuietly();
        throw new java.nio.channels.ClosedChannelException();
    }

    private void keep(HttpConnection connection) {
        synchronized (this) {
            if (!closed && idle.size() < MOST_IDLE) {
                idle.addLast(connection);
                return;
            }
        }
        connection.closeQuietly();
    }

    private synchronized void forget(HttpConnection connection) {
        open.remove(connection);
        idle.remove(connection);
    }

    @Override
    public void close() {
        List<HttpConnection> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(open);
        }
        deadlines.stop();
        all.forEach(HttpConnection::closeQuietly);
        reads.stop();
    }
}
