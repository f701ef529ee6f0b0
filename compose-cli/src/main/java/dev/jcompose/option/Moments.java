package dev.jcompose.option;

import dev.jcompose.model.GoDuration;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments as they are typed: a date, a time, seconds since 1970, or how long ago. */
public final class Moments {
    private static final Pattern SECONDS = Pattern.compile("(\\d+)(?:\\.(\\d{1,9}))?");

    private Moments() {
    }

    /**
     * Dates and times without a zone are local.
     *
     * @throws UsageException
     *             if it is none of these
     */
    public static Instant parse(String text, Instant now) {
        Matcher seconds = SECONDS.matcher(text);
        if (seconds.matches()) {
            String fraction = seconds.group(2) == null ? "" : seconds.group(2);
            return Instant.ofEpochSecond(Long.parseLong(seconds.group(1)),
                    Long.parseLong((fraction + "000000000").substring(0, 9)));
        }
        Duration ago = ago(text);
        if (ago != null) {
            return now.minus(ago);
        }
        try {
            if (text.length() <= "2026-01-02".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
            }
            return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new UsageException(
                    "\"" + text + "\" is no time: write 2026-01-02T13:23:37Z, or 42m for 42 minutes ago",
                    e);
        }
    }

    private static @Nullable Duration ago(String text) {
        try {
            return text.isEmpty() ? null : GoDuration.parse(text);
        } catch (IllegalArgumentException noDuration) {
            return null;
        }
    }
}
