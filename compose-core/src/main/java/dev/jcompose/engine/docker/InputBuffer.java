package dev.jcompose.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Buffered input that also reads lines, so that HTTP's head and body can be taken from one place. */
final class InputBuffer extends InputStream {
    private static final int LONGEST_LINE = 256 * 1024;

    private final InputStream source;
    private final byte[] buffer = new byte[32 * 1024];
    private int position;
    private int limit;

    InputBuffer(InputStream source) {
        this.source = source;
    }

    /** Whether something was received that has not been read. */
    boolean hasBuffered() {
        return position < limit;
    }

    @Override
    public int read() throws IOException {
        return position < limit || fill() ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (position == limit) {
            if (length >= buffer.length) {
                return source.read(bytes, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** A line without its CR LF. */
    String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (position == limit && !fill()) {
                throw new EOFException("the connection ended inside an answer");
            }
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.append(new String(buffer, start, position - start, StandardCharsets.UTF_8));
            if (position < limit) {
                position++;
                int end = line.length();
                return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
            }
            if (line.length() > LONGEST_LINE) {
                throw new IOException("the answer is not HTTP: a line without end");
            }
        }
    }

    private boolean fill() throws IOException {
        int count = source.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }
}
