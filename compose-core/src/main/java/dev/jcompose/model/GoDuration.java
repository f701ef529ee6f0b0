package dev.jcompose.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;

/**
 * Durations as Compose files spell them: Go's {@code 1h30m}, {@code 1.5s}, {@code 300ms}, with {@code d} and {@code w}
 * besides (specification, "Specifying durations").
 */
public final class GoDuration {
    /** How many nanoseconds each unit has, by its spelling. */
    public static final Map<String, Long> NANOS = Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "μs", 1_000L, "ms",
            1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L, "d", 86_400_000_000_000L,
            "w", 604_800_000_000_000L);

    private static final int MOST_DIGITS = 17;

    private GoDuration() {
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException
     *             if the text is not a duration or is longer than 292 years
     */
    public static Duration parse(String text) {
        boolean negative = text.startsWith("-");
        int at = negative || text.startsWith("+") ? 1 : 0;
        if (text.substring(at).equals("0")) {
            return Duration.ZERO;
        }
        if (at == text.length()) {
            throw invalid(text);
        }
        long whole = wholeNanos(text.substring(at));
        if (whole >= 0) {
            return Duration.ofNanos(negative ? -whole : whole);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        while (at < text.length()) {
            int number = skip(text, at, true);
            int unit = skip(text, number, false);
            Long factor = NANOS.get(text.substring(number, unit));
            if (number == at || factor == null || text.substring(at, number).equals(".")) {
                throw invalid(text);
            }
            nanos = nanos.add(decimal(text, at, number).multiply(BigDecimal.valueOf(factor)));
            at = unit;
        }
        try {
            long exact = nanos.setScale(0, RoundingMode.DOWN).longValueExact();
            return Duration.ofNanos(negative ? -exact : exact);
        } catch (ArithmeticException tooLong) {
            throw new IllegalArgumentException("duration '" + text + "' is too long", tooLong);
        }
    }

    /**
     * Nanoseconds of a duration without a sign that has only whole numbers, as nearly all have; -1 where it is another, is
     * none, or is too long. The first BigDecimal of a process costs more than all of a file's durations.
     */
    public static long wholeNanos(String text) {
        long nanos = 0;
        int at = 0;
        while (at < text.length()) {
            long number = 0;
            int unit = at;
            while (unit < text.length() && isDigit(text.charAt(unit)) && unit - at <= MOST_DIGITS) {
                number = number * 10 + text.charAt(unit++) - '0';
            }
            int end = unit;
            while (end < text.length() && !isDigit(text.charAt(end))) {
                end++;
            }
            Long factor = NANOS.get(text.substring(unit, end));
            if (unit == at || factor == null || number > (Long.MAX_VALUE - nanos) / factor) {
                return -1;
            }
            nanos += number * factor;
            at = end;
        }
        return at == 0 ? -1 : nanos;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Writes one as Go does: {@code 1m30s}, {@code 1.5s}, {@code 300ms}, {@code 0s}; hours are the largest unit. */
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        Duration size = duration.abs();
        String sign = duration.isNegative() ? "-" : "";
        long nanos = size.toNanosPart();
        if (size.toSeconds() == 0) {
            long unit = nanos >= 1_000_000 ? 1_000_000 : nanos >= 1_000 ? 1_000 : 1;
            return sign + plain(nanos, unit) + (unit == 1_000_000 ? "ms" : unit == 1_000 ? "µs" : "ns");
        }
        String seconds = plain(size.toSecondsPart() * 1_000_000_000L + nanos, 1_000_000_000L) + "s";
        if (size.toMinutes() == 0) {
            return sign + seconds;
        }
        String minutes = size.toMinutesPart() + "m" + seconds;
        return sign + (size.toHours() == 0 ? minutes : size.toHours() + "h" + minutes);
    }

    private static String plain(long nanos, long unit) {
        StringBuilder value = new StringBuilder().append(nanos / unit);
        long rest = nanos % unit;
        if (rest > 0) {
            value.append('.');
        }
        for (long digit = unit / 10; rest > 0; digit /= 10) {
            value.append(rest / digit);
            rest %= digit;
        }
        return value.toString();
    }

    private static BigDecimal decimal(String text, int from, int to) {
        try {
            return new BigDecimal(text.substring(from, to));
        } catch (NumberFormatException twoDots) {
            throw invalid(text);
        }
    }

    private static int skip(String text, int from, boolean number) {
        int at = from;
        while (at < text.length() && number == (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("invalid duration '" + text + "'");
    }
}
