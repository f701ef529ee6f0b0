package dev.jcompose.config;

import dev.jcompose.yaml.Scalar;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a text is quoted: not at all where a reader gets the text back, else as Go's yaml.v3 chooses. */
final class YamlScalar {
    private static final Set<String> WORDS = Set.of("", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false",
            "False", "FALSE", ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
            "-.Inf", "-.INF", "<<", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off",
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
        return value instanceof String text ? text(text, indent) : YamlText.plain(value);
    }

    /** A key: always in one line. */
    static String key(String key) {
        Looks looks = Looks.of(key);
        if (key.indexOf('\n') >= 0 || isAmbiguous(key)) {
            return Escapes.doubleQuoted(key);
        }
        return looks.plain() ? key : quoted(key, looks);
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
        int bits = number.group(1).isEmpty() ? 64 : 63;
        return (number.group(2) != null && fits(number.group(2), 16, bits))
                || (number.group(3) != null && fits(number.group(3), 8, bits))
                || (number.group(4) != null && fits(number.group(4), 2, bits));
    }

    private static boolean fits(String digits, int base, int bits) {
        return new BigInteger(digits, base).bitLength() <= bits;
    }
}
