package dev.jcompose.config;

import dev.jcompose.load.GoText;
import dev.jcompose.yaml.Scalar;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a text is quoted: not at all where a reader gets the text back, else as Go's yaml.v3 chooses. */
final class YamlScalar {
    private static final int LONGEST_SIMPLE_KEY = 128;
    private static final Set<String> WORDS = Set.of("", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false",
            "False", "FALSE", ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
            "-.Inf", "-.INF", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off",
            "Off", "OFF");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern PREFIXED = Pattern.compile("([-+]?)0(?:[xX]([0-9a-fA-F]+)|[oO]([0-7]+)|[bB]([01]+))");
    private static final Pattern SEXAGESIMAL = Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");

    private YamlScalar() {
    }

    /** A value whose block, if it needs one, is indented by {@code indent}. */
    static String value(Scalar scalar, int indent) {
        @Nullable
        Object value = scalar.value();
        if (value == null) {
            return "null";
        }
        return switch (value) {
            case String text -> text(text, indent);
            case Double number -> decimal(number);
            case OffsetDateTime time -> GoText.of(time);
            default -> value.toString();
        };
    }

    private static String decimal(double number) {
        return switch (GoText.number(number)) {
            case "+Inf" -> ".inf";
            case "-Inf" -> "-.inf";
            case "NaN" -> ".nan";
            case String digits -> digits;
        };
    }

    /** Whether a key can stand before its colon in one line. */
    static boolean isSimpleKey(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SIMPLE_KEY
                && key.chars().noneMatch(Looks::isBreak);
    }

    static String key(String key, int indent) {
        return text(key, indent);
    }

    private static String text(String text, int indent) {
        Looks looks = Looks.of(text);
        if (text.indexOf('\n') >= 0) {
            return looks.block() ? literal(text, indent) : Escapes.doubleQuoted(text);
        }
        if (isAmbiguous(text)) {
            return Escapes.doubleQuoted(text);
        }
        return looks.plain() ? text : quoted(text, looks);
    }

    private static String quoted(String text, Looks looks) {
        return looks.single() ? "'" + text.replace("'", "''") + "'" : Escapes.doubleQuoted(text);
    }

    private static String literal(String text, int indent) {
        StringBuilder block = new StringBuilder("|");
        char first = text.charAt(0);
        if (first == ' ' || first == '\n') {
            block.append('2');
        }
        if (!text.endsWith("\n")) {
            block.append('-');
        } else if (text.length() == 1 || text.charAt(text.length() - 2) == '\n') {
            block.append('+');
        }
        String margin = " ".repeat(indent);
        for (String line : text.substring(0, text.endsWith("\n") ? text.length() - 1 : text.length()).split("\n", -1)) {
            block.append('\n').append(line.isEmpty() ? "" : margin).append(line);
        }
        return block.toString();
    }

    /** Whether a reader would take the plain text for something else than text. */
    static boolean isAmbiguous(String text) {
        if (WORDS.contains(text)) {
            return true;
        }
        char first = text.charAt(0);
        if (first == '.') {
            return isFloat(text);
        }
        if (first != '+' && first != '-' && (first < '0' || first > '9')) {
            return false;
        }
        String digits = text.replace("_", "");
        return Timestamps.isTimestamp(text) || isFloat(digits) || isPrefixed(digits)
                || SEXAGESIMAL.matcher(text).matches();
    }

    private static boolean isFloat(String text) {
        return FLOAT.matcher(text).matches() && !Double.isInfinite(Double.parseDouble(text));
    }

    /** Hexadecimal, octal and binary numbers of at most 64 bits; longer ones are text to every reader. */
    private static boolean isPrefixed(String text) {
        Matcher number = PREFIXED.matcher(text);
        if (!number.matches()) {
            return false;
        }
        String sign = number.group(1);
        return fits(sign, number.group(2), 16) || fits(sign, number.group(3), 8) || fits(sign, number.group(4), 2);
    }

    private static boolean fits(String sign, @Nullable String digits, int base) {
        String significant = digits == null ? "" : digits.replaceFirst("^0+(?=.)", "");
        if (significant.isEmpty() || significant.length() > Long.SIZE) {
            return false;
        }
        BigInteger value = new BigInteger(sign.equals("-") ? "-" + significant : significant, base);
        return value.bitLength() <= (sign.isEmpty() ? 64 : 63);
    }
}
