package dev.jcompose.logs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Makes whole lines out of chunks that end anywhere, in the middle of a character too. One for each stream; not safe
 * for use by several threads.
 */
public final class LineAssembler {
    private static final int LONGEST_HELD = 16 << 20;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(256);

    /** Gives each line, without its line feed, to {@code lines}. Bytes that are not UTF-8 become U+FFFD. */
    public LineAssembler(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Takes the next bytes of the stream; they are copied. */
    public void accept(byte[] bytes, int offset, int length) {
        int start = offset;
        int end = offset + length;
        for (int at = offset; at < end; at++) {
            if (bytes[at] == '\n') {
                emit(bytes, start, at);
                start = at + 1;
            }
        }
        held.write(bytes, start, end - start);
        if (held.size() > LONGEST_HELD) {
            end();
        }
    }

    /** The stream has ended: what is left is a line, too. */
    public void end() {
        if (held.size() > 0) {
            emit(new byte[0], 0, 0);
        }
    }

    private void emit(byte[] bytes, int start, int end) {
        String line;
        if (held.size() == 0) {
            line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        } else {
            held.write(bytes, start, end - start);
            line = held.toString(StandardCharsets.UTF_8);
            held.reset();
        }
        lines.accept(line);
    }
}
