package dev.jcompose.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One side of a connection: heads of requests and their bodies, as bytes. */
final class Wire {
    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024).flip();

    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /** All up to the empty line, with it; the empty text where there is no further request. */
    String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(512);
        while (true) {
            String text = head.toString(StandardCharsets.ISO_8859_1);
            if (text.endsWith("\r\n\r\n")) {
                return text;
            }
            if (!fill()) {
                return "";
            }
            head.write(buffer.get());
        }
    }

    /** The body that belongs to a head, as it is sent, framing and all. */
    byte[] body(String head) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (lower.contains("\r\ntransfer-encoding: chunked")) {
            int size;
            do {
                String line = line();
                body.writeBytes(bytes(line));
                size = Integer.parseInt(line.strip(), 16);
                body.writeBytes(exactly(size + 2));
            } while (size > 0);
            return body.toByteArray();
        }
        int at = lower.indexOf("\r\ncontent-length: ");
        return at < 0 ? new byte[0] : exactly(Integer.parseInt(lower.substring(at + 18, lower.indexOf('\r', at + 2))));
    }

    /** What comes next; nothing at the end. */
    byte[] some() throws IOException {
        return fill() ? exactly(buffer.remaining()) : new byte[0];
    }

    void write(byte[] bytes) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        while (all.hasRemaining()) {
            channel.write(all);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte last;
        do {
            last = exactly(1)[0];
            line.write(last);
        } while (last != '\n');
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = new byte[count];
        for (int done = 0; done < count;) {
            if (!fill()) {
                throw new EOFException();
            }
            int part = Math.min(count - done, buffer.remaining());
            buffer.get(bytes, done, part);
            done += part;
        }
        return bytes;
    }

    private boolean fill() throws IOException {
        if (!buffer.hasRemaining()) {
            buffer.clear();
            int count = channel.read(buffer);
            buffer.flip();
            return count > 0;
        }
        return true;
    }
}
