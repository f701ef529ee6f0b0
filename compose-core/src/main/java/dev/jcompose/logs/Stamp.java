package dev.jcompose.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Times as the engine writes them before lines (RFC 3339): {@code 2026-01-02T13:23:37.123456789Z}. There is one to read
 * for every line of a log, so no general parser is asked, and the second is read once for all lines that share it. Not
 * safe for use by several threads.
 */
final class Stamp {
    private static final int DATE = 10;
    private static final int SECONDS = 19;
    private static final int ZONE = 6;

    private final byte[] lastSecond = new byte[SECONDS];
    private long epochSecond;

    /** The moment that the first {@code length} bytes spell; null if they spell none. */
    @Nullable
    Instant read(byte[] text, int length) {
        if (length <= SECONDS || text[4] != '-' || text[7] != '-' || text[DATE] != 'T' || text[13] != ':'
                || text[16] != ':') {
            return null;
        }
        try {
            int at = SECONDS;
            int nanos = 0;
            if (text[at] == '.') {
                int factor = 1_000_000_000;
                for (at++; at < length && text[at] >= '0' && text[at] <= '9' && factor > 1; at++) {
                    factor /= 10;
                    nanos += (text[at] - '0') * factor;
                }
            }
            if (!Arrays.equals(text, 0, SECONDS, lastSecond, 0, SECONDS)) {
                epochSecond = second(text);
                System.arraycopy(text, 0, lastSecond, 0, SECONDS);
            }
            return Instant.ofEpochSecond(epochSecond - offset(text, at, length), nanos);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    private static long second(byte[] text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2)).toEpochDay();
        return day * 86_400 + number(text, 11, 2) * 3600L + number(text, 14, 2) * 60L + number(text, 17, 2);
    }

    /** Seconds that the zone is ahead. */
    private static long offset(byte[] text, int at, int length) {
        if (at == length - 1 && text[at] == 'Z') {
            return 0;
        }
        if (at != length - ZONE || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':') {
            throw new DateTimeException("no zone");
        }
        long ahead = number(text, at + 1, 2) * 3600L + number(text, at + 4, 2) * 60L;
        return text[at] == '-' ? -ahead : ahead;
    }

    private static int number(byte[] text, int at, int digits) {
        int number = 0;
        for (int each = at; each < at + digits; each++) {
            if (text[each] < '0' || text[each] > '9') {
                throw new DateTimeException("no digit");
            }
            number = number * 10 + text[each] - '0';
        }
        return number;
    }
}
