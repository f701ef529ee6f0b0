package dev.jcompose.logs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole lines, each with its time, out of a log stream that was asked for with times
 * ({@code GET /containers/{id}/logs?timestamps=true}) and comes in chunks that end anywhere. Lines of more than 16 KiB
 * are kept by the engine in pieces, and the line's time is before each piece: all but the first are left out. One for
 * each stream; not safe for use by several threads.
 */
final class StampedLines {
    private static final int PIECE = 16 * 1024;
    private static final int LONGEST_STAMP = 36;
    private static final int LONGEST_HELD = 16 << 20;
    /** Characters that the engine has cut are three bytes for each of theirs: by so much a piece may be longer. */
    private static final int MOST_EXTRA = 12;

    private final BiConsumer<@Nullable Instant, String> lines;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(0);
    private final Stamp stamps = new Stamp();
    private final byte[] stamp = new byte[LONGEST_STAMP];
    private int stamped;
    private boolean atStamp = true;
    private @Nullable Instant time;

    /** Gives each line to {@code lines}, without its end; the time is null where there is none before it. */
    StampedLines(BiConsumer<@Nullable Instant, String> lines) {
        this.lines = lines;
    }

    /** Takes the next bytes of the stream; they are copied. */
    void accept(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            at = atStamp ? stamp(bytes, at) : content(bytes, at);
        }
    }

    /** The stream has ended: what is left is a line, too. */
    void end() {
        if (atStamp && stamped > 0) {
            noStamp();
        }
        if (held.size() > 0) {
            emit(new byte[0], 0, 0);
        }
    }

    /** Up to the blank after the time, or to where it turns out to be none. */
    private int stamp(byte[] bytes, int start) {
        int at = start;
        int end = Math.min(bytes.length, start + LONGEST_STAMP - stamped);
        while (at < end && bytes[at] != ' ' && bytes[at] != '\n') {
            at++;
        }
        System.arraycopy(bytes, start, stamp, stamped, at - start);
        stamped += at - start;
        if (at == bytes.length) {
            return at;
        }
        time = bytes[at] == ' ' ? stamps.read(stamp, stamped) : null;
        if (time == null) {
            noStamp();
            return at;
        }
        atStamp = false;
        return at + 1;
    }

    /** What was taken for a time belongs to the line. */
    private void noStamp() {
        time = null;
        held.write(stamp, 0, stamped);
        atStamp = false;
    }

    private int content(byte[] bytes, int start) {
        for (int at = start; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                emit(bytes, start, at);
                stamped = 0;
                atStamp = true;
                return at + 1;
            }
        }
        held.write(bytes, start, bytes.length - start);
        if (held.size() > LONGEST_HELD) {
            emit(bytes, 0, 0);
        }
        return bytes.length;
    }

    private void emit(byte[] bytes, int start, int end) {
        String line;
        if (held.size() == 0 && end - start <= PIECE) {
            line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        } else {
            held.write(bytes, start, end - start);
            line = joined(held.toByteArray());
            held.reset();
        }
        // Lines of a terminal end with a carriage return, too.
        lines.accept(time, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    /** The line without the times between its pieces. */
    private String joined(byte[] pieces) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(pieces.length);
        int from = 0;
        for (int at = nextStamp(pieces, from); time != null && at >= 0; at = nextStamp(pieces, from)) {
            line.write(pieces, from, at - from);
            from = at + stamped + 1;
        }
        line.write(pieces, from, pieces.length - from);
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Where the line's time comes again after the piece that begins at a place; -1 where it does not. */
    private int nextStamp(byte[] pieces, int from) {
        for (int at = from + PIECE; at <= from + PIECE + MOST_EXTRA && at + stamped < pieces.length; at++) {
            if (pieces[at + stamped] == ' '
                    && Arrays.equals(pieces, at, at + stamped, stamp, 0, stamped)) {
                return at;
            }
        }
        return -1;
    }
}
