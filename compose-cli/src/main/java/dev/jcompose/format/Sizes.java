package dev.jcompose.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Amounts of bytes as docker writes them. */
public final class Sizes {
    private static final String[] DECIMAL = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private Sizes() {
    }

    /** In thousands, three digits: {@code 4.43MB}. */
    public static String decimal(double bytes) {
        return scaled(bytes, 1000, DECIMAL, 3);
    }

    /** In units of 1024, four digits: {@code 15.55MiB}. */
    public static String binary(double bytes) {
        return scaled(bytes, 1024, BINARY, 4);
    }

    private static String scaled(double bytes, int base, String[] units, int digits) {
        double amount = bytes;
        int unit = 0;
        while (amount >= base && unit < units.length - 1) {
            amount /= base;
            unit++;
        }
        BigDecimal rounded = new BigDecimal(amount).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()) + units[unit];
    }
}
