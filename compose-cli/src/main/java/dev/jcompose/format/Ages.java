package dev.jcompose.format;

import java.time.Duration;
import java.time.Instant;

/** Spans of time in the few words that docker uses. */
public final class Ages {
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;
    private static final int MONTH = 30 * DAY;
    private static final int YEAR = 365 * DAY;

    private Ages() {
    }

    /** {@code 25 seconds ago}. */
    public static String ago(Instant then, Instant now) {
        return of(Duration.between(then, now)) + " ago";
    }

    /** {@code About a minute}, {@code 3 weeks}. */
    public static String of(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 1) {
            return "Less than a second";
        }
        if (seconds < 60) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        long minutes = span.toMinutes();
        if (minutes < 60) {
            return minutes == 1 ? "About a minute" : minutes + " minutes";
        }
        long hours = Math.round(span.toSeconds() / 3600.0);
        if (hours < 2 * DAY) {
            return hours == 1 ? "About an hour" : hours + " hours";
        }
        if (hours < 2 * WEEK) {
            return hours / DAY + " days";
        }
        if (hours < 2 * MONTH) {
            return hours / WEEK + " weeks";
        }
        return hours < 2 * YEAR ? hours / MONTH + " months" : span.toHours() / YEAR + " years";
    }
}
