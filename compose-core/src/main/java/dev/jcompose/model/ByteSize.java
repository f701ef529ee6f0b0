package dev.jcompose.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes, as {@code 512}, {@code 64m}, {@code 1.5gb}, {@code 2GiB}: units are powers of 1024. */
public final class ByteSize {
    private static final Pattern SHAPE = Pattern.compile("(-?\\d+(?:\\.\\d*)?|\\.\\d+) ?([kmgtp]?)(?:i?b)?");
    private static final String UNITS = "kmgtp";
    /** A number of so many fits a long. The first BigDecimal of a process costs more than all sizes of a file. */
    private static final int FEW_DIGITS = 18;

    private ByteSize() {
    }

    /**
     * Reads one. The text may be {@code -1}, which stands for "without limit" where a limit is asked for.
     *
     * @throws IllegalArgumentException
     *             if the text is not a size
     */
    public static long parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("invalid size '" + text + "'");
        }
        String unit = matcher.group(2);
        long factor = unit.isEmpty() ? 1 : 1L << (10 * (UNITS.indexOf(unit) + 1));
        String number = matcher.group(1);
        if (number.length() <= FEW_DIGITS && number.indexOf('.') < 0) {
            long whole = Long.parseLong(number);
            if (Math.abs(whole) <= Long.MAX_VALUE / factor) {
                return whole * factor;
            }
        }
        try {
            return new BigDecimal(number).multiply(BigDecimal.valueOf(factor))
                    .setScale(0, RoundingMode.DOWN).longValueExact();
        } catch (ArithmeticException tooBig) {
            throw new IllegalArgumentException("size '" + text + "' is too big", tooBig);
        }
    }
}
