package dev.jcompose.format;

import dev.jcompose.option.UsageException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of bytes as they are typed: {@code 512m}, {@code 1.5GiB}. */
public final class ByteAmounts {
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?) ?([kmgtp]?)(?:i?b)?");
    private static final String UNITS = "kmgtp";

    private ByteAmounts() {
    }

    /**
     * Units are powers of 1024.
     *
     * @throws UsageException
     *             if it is no amount
     */
    public static long parse(String text) {
        Matcher matcher = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new UsageException("\"" + text + "\" is no amount of bytes: write 512m or 1.5g");
        }
        int power = matcher.group(2).isEmpty() ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
        return new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1024).pow(power)).longValue();
    }
}
