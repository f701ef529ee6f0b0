package dev.jcompose.load;

import dev.jcompose.model.GoDuration;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration ({@code 1m30s}, {@code 2d}) in its canonical spelling: {@code 1m30s}, {@code 48h0m0s}. */
public final class DurationForm {
    private static final Pattern PART = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([^0-9.]*)");
    /** In characters; numbers take time by the square of their length. */
    private static final int LONGEST = 1_000;
    private static final String HINT = "write a number and a unit (ms, s, m, h, d, w), such as 1m30s";

    private DurationForm() {
    }

    static Node canonical(Node node, Site at) {
        if (!(node instanceof Scalar scalar) || scalar.isNull()) {
            return node;
        }
        String written = GoText.of(scalar.value());
        try {
            String canonical = GoDuration.format(Duration.ofNanos(parse(written)));
            return canonical.equals(scalar.value()) ? node : Scalar.string(canonical, scalar.origin());
        } catch (FormException wrong) {
            at.error(node, wrong.getMessage(), HINT);
            return node;
        }
    }

    /**
     * Nanoseconds.
     *
     * @throws IllegalArgumentException
     *             where the text is not a duration
     */
    public static long nanos(String text) {
        try {
            return parse(text);
        } catch (FormException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static long parse(String text) throws FormException {
        if (text.length() > LONGEST) {
            throw new FormException("a text of " + text.length() + " characters is not a duration");
        }
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return 0;
        }
        long whole = GoDuration.wholeNanos(rest);
        if (whole >= 0) {
            return negative ? -whole : whole;
        }
        BigDecimal sum = BigDecimal.ZERO;
        Matcher part = PART.matcher(rest);
        int end = 0;
        while (part.find() && part.start() == end) {
            Long unit = GoDuration.NANOS.get(part.group(2));
            if (unit == null) {
                throw new FormException(part.group(2).isEmpty()
                        ? "no unit in '" + text + "'"
                        : "unknown unit '" + part.group(2) + "' in '" + text + "'");
            }
            sum = sum.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
            end = part.end();
        }
        if (rest.isEmpty() || end != rest.length() || sum.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new FormException("'" + text + "' is not a duration");
        }
        return negative ? -sum.longValue() : sum.longValue();
    }
}
