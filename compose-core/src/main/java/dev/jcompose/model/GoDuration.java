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
    private static final Map<String, Long> NANOS = Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "μs", 1_000L, "ms",
            1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L, "d", 86_400_000_000_000L,
            "w", 604_800_000_000_000L);

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
        BigDecimal value = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit));
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
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
        while (at < text.length() && number == (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("invalid duration '" + text + "'");
    }
}
