package dev.jcompose.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that YAML readers take for dates, such as {@code 2020-01-31} and {@code 2020-1-2 3:4:5}. */
final class Timestamps {
    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
            + "(?:(?:[Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2}))"
            + "|(?: ([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?))?");

    private Timestamps() {
    }

    static boolean isTimestamp(String text) {
        if (text.length() < 8 || text.charAt(4) != '-') {
            return false;
        }
        Matcher parts = TIMESTAMP.matcher(text);
        return parts.matches() && isDate(parts) && isTime(parts, 4) && isTime(parts, 7);
    }

    private static boolean isDate(Matcher parts) {
        try {
            LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean isTime(Matcher parts, int hour) {
        return parts.group(hour) == null
                || (number(parts, hour) < 24 && number(parts, hour + 1) < 60 && number(parts, hour + 2) < 60);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
