package dev.jcompose.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Moments as Go's encoder writes them: with as many digits of a second's fraction as it has. */
public final class Times {
    private static final DateTimeFormatter NANOSECONDS = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss").appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z').toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {
    }

    /** {@code 2026-01-02T13:23:37.5Z}. */
    public static String text(Instant moment) {
        return NANOSECONDS.format(moment);
    }
}
