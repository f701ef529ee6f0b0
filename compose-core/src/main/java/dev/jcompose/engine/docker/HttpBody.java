package dev.jcompose.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** The body of one answer, however its end is told. */
final class HttpBody extends InputStream {
    private static final int WORTH_READING = 16 * 1024;

    private final InputBuffer in;
    private final HttpConnection connection;
    private final Framing framing;
    private long remaining;
    /** Read to its end or given up, whichever came first: from then on the connection may be another call's. */
    private final AtomicBoolean over = new AtomicBoolean();

    /** How the end of a body is told. */
    enum Framing {
        LENGTH, CHUNKS, CLOSE
    }

    HttpBody(HttpConnection connection, InputBuffer in, Framing framing, long length) {
        this.connection = connection;
        this.in = in;
        this.framing = framing;
        this.remaining = length;
        if (framing == Framing.LENGTH && length == 0) {
            end();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (over.get() || length == 0) {
            return over.get() ? -1 : 0;
        }
        if (framing == Framing.CLOSE) {
            return in.read(bytes, offset, length);
        }
        if (remaining == 0 && !nextChunk()) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, remaining));
        if (count < 0) {
            throw new EOFException("the connection ended inside an answer");
        }
        remaining -= count;
        if (remaining == 0) {
            if (framing == Framing.LENGTH) {
                end();
            } else {
                in.skipLineEnd();
            }
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return over.get() ? 0 : in.available();
    }

    private boolean nextChunk() throws IOException {
        remaining = in.readChunkSize();
        if (remaining > 0) {
            return true;
        }
        while (!in.readLine().isEmpty()) {
            // Trailers mean nothing here.
        }
        end();
        return false;
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            connection.release();
        }
    }

    /** Ends the connection, unless all was read: then it is not this answer's any more. Any thread may do so. */
    void abandon() {
        if (over.compareAndSet(false, true)) {
            connection.closeQuietly();
        }
    }

    @Override
    public void close() throws IOException {
        if (!over.get() && framing == Framing.LENGTH && remaining <= WORTH_READING) {
            try {
                skipNBytes(remaining);
            } catch (IOException gone) {
                abandon();
            }
        }
        abandon();
    }
}
