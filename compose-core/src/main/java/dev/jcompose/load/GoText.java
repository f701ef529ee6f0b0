package dev.jcompose.load;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as text the way that Go's {@code fmt} prints them, which is what ends up in containers. */
public final class GoText {
    /** Between these, Java and Go print the same; the first BigDecimal of a process costs more than all numbers. */
    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_TO = 1e6;

    private GoText() {
    }

    /** {@code true}, {@code 12}, {@code 1e+06}, {@code 0.5}; {@code <nil>} for null. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        return switch (value) {
            case Double number -> number(number);
            case OffsetDateTime time -> time(time);
            default -> value.toString();
        };
    }

    /** {@code 2020-01-31T00:00:00Z}. */
    private static String time(OffsetDateTime time) {
        String seconds = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).format(time);
        String fraction = time.getNano() == 0
                ? ""
                : BigDecimal.valueOf(time.getNano(), 9).stripTrailingZeros().toPlainString().substring(1);
        return seconds + fraction + time.getOffset().getId();
    }

    /** A number as {@code fmt} and {@code yaml} print it. */
    public static String number(double value) {
        return number(value, -4, 6, 2);
    }

    /** A number as {@code encoding/json} prints it. */
    public static String json(double value) {
        return number(value, -6, 21, 1);
    }

    /** Java writes two digits at least, Go only as many as tell a number from its neighbours. */
    private static BigDecimal shortest(double value) {
        BigDecimal two = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (two.precision() == 2) {
            BigDecimal one = two.round(new MathContext(1));
            return one.doubleValue() == value ? one : two;
        }
        return two;
    }

    private static String number(double value, int smallest, int limit, int exponentDigits) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        if (Math.abs(value) >= PLAIN_FROM && Math.abs(value) < PLAIN_TO) {
            String plain = Double.toString(value);
            return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
        }
        BigDecimal exact = shortest(value);
        String digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - exact.scale() - 1;
        if (exponent >= smallest && exponent < limit) {
            return exact.toPlainString();
        }
        String sign = value < 0 ? "-" : "";
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String size = Integer.toString(Math.abs(exponent));
        String padding = "0".repeat(Math.max(0, exponentDigits - size.length()));
        return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + padding + size;
    }
}
