package dev.jcompose.yaml;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted scalar means. Go's reader knows YAML 1.2's core types plus some of 1.1: underscores in numbers,
 * octals with a leading zero, and dates; but {@code yes} and {@code on} are text.
 */
final class PlainScalar {
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:([Tt ])(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?(Z|[-+]\\d\\d:\\d\\d)?)?");
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

    private PlainScalar() {
    }

    /** Null, Boolean, Long, BigInteger, Double, OffsetDateTime, or the text itself. */
    static @Nullable Object value(String text) {
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        boolean number = (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
        if (!number) {
            return word(text);
        }
        if (first == '.') {
            return afterDot(text);
        }
        Object infinite = infinity(text);
        if (infinite != null) {
            return infinite;
        }
        OffsetDateTime time = time(text);
        if (time != null) {
            return time;
        }
        String plain = text.replace("_", "");
        Object integer = integer(plain);
        if (integer != null) {
            return integer;
        }
        Double floating = floating(plain);
        return floating == null ? text : floating;
    }

    private static @Nullable Object word(String text) {
        return switch (text) {
            case "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> text;
        };
    }

    private static Object afterDot(String text) {
        return switch (text) {
            case ".nan", ".NaN", ".NAN" -> Double.NaN;
            case ".inf", ".Inf", ".INF" -> Double.POSITIVE_INFINITY;
            default -> Objects.requireNonNullElse((Object) floating(text), text);
        };
    }

    private static @Nullable Object infinity(String text) {
        return switch (text) {
            case "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
            case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    private static @Nullable Double floating(String text) {
        if (!FLOAT.matcher(text).matches()) {
            return null;
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? null : value;
    }

    /** Long or BigInteger; null if the text is no integer of 64 bits. */
    static @Nullable Object integer(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        int radix = radix(digits);
        if (radix != 10) {
            digits = digits.substring("xXbBoO".indexOf(digits.charAt(1)) < 0 ? 1 : 2);
        }
        if (digits.isEmpty() || digits.length() > 64) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), radix) < 0 || digits.charAt(i) > 'z') {
                return null;
            }
        }
        BigInteger value = new BigInteger(negative ? "-" + digits : digits, radix);
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value.compareTo(LARGEST) <= 0 && value.compareTo(SMALLEST) >= 0 ? value : null;
    }

    private static int radix(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
        };
    }

    private static @Nullable OffsetDateTime time(String text) {
        if (text.length() < 8 || text.charAt(4) != '-') {
            return null;
        }
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String separator = matcher.group(4);
        String zone = matcher.group(9);
        if (separator != null && separator.equals(" ") != (zone == null)) {
            return null;
        }
        try {
            boolean dateOnly = separator == null;
            LocalDateTime local = LocalDateTime.of(part(matcher, 1), part(matcher, 2), part(matcher, 3),
                    dateOnly ? 0 : part(matcher, 5), dateOnly ? 0 : part(matcher, 6), dateOnly ? 0 : part(matcher, 7),
                    nanos(matcher.group(8)));
            return local.atOffset(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int part(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
