package dev.jcompose.engine.docker;

import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Session;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What a process writes, over a connection of its own. Without a terminal the engine puts eight bytes before each
 * piece: the stream's number, three zeros and the length. With one there is nothing between the bytes. Which of both it
 * is must be known beforehand: it cannot be told from the bytes.
 */
final class FrameStream implements Session {
    private static final int LARGEST = 64 * 1024;

    private final Api api;
    private final Operation operation;
    private final HttpAnswer answer;
    private final boolean multiplexed;
    private final byte[] header = new byte[8];
    private Frame.Channel channel = Frame.Channel.STDOUT;
    private byte @Nullable [] room;
    private long remaining;
    private @Nullable Frame next;
    private volatile boolean closed;

    FrameStream(Api api, Operation operation, HttpAnswer answer, boolean multiplexed) {
        this.api = api;
        this.operation = operation;
        this.answer = answer;
        this.multiplexed = multiplexed;
    }

    @Override
    public boolean hasNext() {
        if (next != null) {
            return true;
        }
        if (closed) {
            return false;
        }
        try {
            next = multiplexed ? multiplexed() : raw();
        } catch (IOException e) {
            if (closed) {
                return false;
            }
            close();
            throw api.failures().of(operation, e);
        }
        if (next == null) {
            close();
        }
        return next != null;
    }

    @Override
    public boolean isBuffered() {
        return next != null || answer.isBuffered();
    }

    @Override
    public Frame next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Frame frame = next;
        next = null;
        return frame;
    }

    @Override
    public OutputStream stdin() {
        return new Stdin();
    }

    @Override
    public void close() {
        closed = true;
        answer.abandon();
    }

    private @Nullable Frame raw() throws IOException {
        byte[] bytes = room == null ? new byte[LARGEST] : room;
        room = bytes;
        int count = answer.body().read(bytes, 0, bytes.length);
        return count < 0 ? null : Frame.of(Frame.Channel.STDOUT, Arrays.copyOf(bytes, count));
    }

    private @Nullable Frame multiplexed() throws IOException {
        InputStream body = answer.body();
        while (remaining == 0) {
            int count = body.readNBytes(header, 0, header.length);
            if (count == 0) {
                return null;
            }
            if (count < header.length) {
                throw new EOFException("the stream ended inside a frame");
            }
            channel = header[0] == 2 ? Frame.Channel.STDERR : Frame.Channel.STDOUT;
            remaining = ByteBuffer.wrap(header, 4, 4).getInt() & 0xffff_ffffL;
            if (header[0] == 3) {
                throw systemError(body);
            }
        }
        byte[] bytes = new byte[(int) Math.min(remaining, LARGEST)];
        int count = body.read(bytes, 0, bytes.length);
        if (count < 0) {
            throw new EOFException("the stream ended inside a frame");
        }
        remaining -= count;
        return Frame.of(channel, count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
    }

    /** Stream 3 carries what went wrong on the engine's side. */
    private RuntimeException systemError(InputStream body) throws IOException {
        byte[] text = body.readNBytes((int) Math.min(remaining, LARGEST));
        close();
        return api.failures().reported(operation, new String(text, java.nio.charset.StandardCharsets.UTF_8).strip());
    }

    private final class Stdin extends OutputStream {
        private boolean ended;

        @Override
        public void write(int b) throws IOException {
            answer.connection().out().write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            answer.connection().out().write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            answer.connection().out().flush();
        }

        @Override
        public void close() throws IOException {
            if (!ended && !closed) {
                ended = true;
                answer.connection().endOutput();
            }
        }
    }
}
