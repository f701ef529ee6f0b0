package dev.jcompose.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Buffered input that also reads lines, so that HTTP's head and body can be taken from one place. */
final class InputBuffer extends InputStream {
    private static final int LONGEST_SIZE = 15;
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
        return available() > 0;
    }

    @Override
    public int available() {
        return limit - position;
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

    /** The size of a chunk, which a line begins with, and takes the line. */
    long readChunkSize() throws IOException {
        long size = 0;
        int digits = 0;
        int next = next();
        for (int digit = Character.digit(next, 16); digit >= 0; digit = Character.digit(next, 16)) {
            size = (size << 4) | digit;
            digits++;
            next = next();
        }
        boolean ends = next == '\r' || next == '\n' || next == ';' || next == ' ';
        if (digits == 0 || digits > LONGEST_SIZE || !ends) {
            throw new IOException("the answer is not HTTP: a chunk without a size");
        }
        while (next != '\n') {
            next = next();
        }
        return size;
    }

    /** Takes the end of the line after a chunk. */
    void skipLineEnd() throws IOException {
        int next = next();
        if (next == '\r') {
            next = next();
        }
        if (next != '\n') {
            throw new IOException("the answer is not HTTP: a chunk is longer than was said");
        }
    }

    private int next() throws IOException {
        if (position == limit && !fill()) {
            throw new EOFException("the connection ended inside an answer");
        }
        return buffer[position++] & 0xff;
    }

    private boolean fill() throws IOException {
        int count = source.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }
}
