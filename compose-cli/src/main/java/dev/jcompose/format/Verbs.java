package dev.jcompose.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code printf} as Go has it (package fmt). */
final class Verbs {
    private static final Pattern VERB = Pattern.compile("%([-+# 0]*)(\\*|\\d+)?(?:\\.(\\*|\\d+)?)?(.)?",
            Pattern.DOTALL);

    private Verbs() {
    }

    static String format(String format, List<@Nullable Object> arguments) {
        Deque<Object> rest = new ArrayDeque<>();
        arguments.forEach(each -> rest.add(each == null ? "<nil>" : each));
        StringBuilder text = new StringBuilder();
        Matcher matcher = VERB.matcher(format);
        int at = 0;
        while (matcher.find(at)) {
            text.append(format, at, matcher.start());
            at = matcher.end();
            text.append(replaced(matcher, rest));
        }
        text.append(format.substring(at));
        if (!rest.isEmpty()) {
            List<String> extra = new ArrayList<>();
            rest.forEach(each -> extra.add(type(each) + "=" + Pipeline.text(each)));
            text.append("%!(EXTRA ").append(String.join(", ", extra)).append(')');
        }
        return text.toString();
    }

    private static String replaced(Matcher matcher, Deque<Object> rest) {
        String verb = matcher.group(4);
        if (verb == null || verb.equals("%")) {
            return verb == null ? "%!(NOVERB)" : "%";
        }
        String flags = matcher.group(1);
        int width = size(matcher.group(2), rest, 0);
        int precision = size(matcher.group(3), rest, matcher.group().contains(".") ? 0 : -1);
        Object value = rest.poll();
        if (value == null) {
            return "%!" + verb + "(MISSING)";
        }
        String plain = plain(verb.charAt(0), flags, precision, value);
        int missing = Math.abs(width) - plain.codePointCount(0, plain.length());
        if (missing <= 0) {
            return plain;
        }
        if (width < 0 || flags.contains("-")) {
            return plain + " ".repeat(missing);
        }
        if (!flags.contains("0")) {
            return " ".repeat(missing) + plain;
        }
        int sign = plain.startsWith("-") || plain.startsWith("+") ? 1 : 0;
        return plain.substring(0, sign) + "0".repeat(missing) + plain.substring(sign);
    }

    private static int size(@Nullable String written, Deque<Object> rest, int fallback) {
        if (written == null) {
            return fallback;
        }
        if (written.equals("*")) {
            return rest.poll() instanceof Number number ? number.intValue() : fallback;
        }
        return Integer.parseInt(written.length() > 4 ? "9999" : written);
    }

    private static String plain(char verb, String flags, int precision, Object value) {
        return switch (verb) {
            case 'v', 's' ->
                (verb == 's' && !isText(value)) ? wrong(verb, value) : cut(Pipeline.text(value), precision);
            case 'q' -> isText(value) ? Json.quoted(cut(Pipeline.text(value), precision)) : wrong(verb, value);
            case 't' -> value instanceof Boolean ? value.toString() : wrong(verb, value);
            case 'T' -> type(value);
            case 'd', 'c', 'b', 'o', 'U' -> value instanceof Number number
                    ? whole(verb, flags, number.longValue())
                    : wrong(verb, value);
            case 'x', 'X' -> hexadecimal(verb, value);
            case 'f', 'F', 'e', 'E', 'g', 'G' -> value instanceof Double number
                    ? fraction(verb, flags, precision, number)
                    : wrong(verb, value);
            default -> wrong(verb, value);
        };
    }

    private static String whole(char verb, String flags, long number) {
        return switch (verb) {
            case 'c' -> Character.toString((int) number);
            case 'b' -> Long.toBinaryString(number);
            case 'o' -> Long.toOctalString(number);
            case 'U' -> String.format(Locale.ROOT, "U+%04X", number);
            default -> ((flags.contains("+") && number >= 0) ? "+" : "") + number;
        };
    }

    private static String hexadecimal(char verb, Object value) {
        String hex;
        if (value instanceof Double || value instanceof Boolean) {
            return wrong(verb, value);
        }
        if (value instanceof Number number) {
            hex = Long.toHexString(number.longValue());
        } else {
            StringBuilder digits = new StringBuilder();
            for (byte each : Pipeline.text(value).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                digits.append(String.format(Locale.ROOT, "%02x", each));
            }
            hex = digits.toString();
        }
        return verb == 'X' ? hex.toUpperCase(Locale.ROOT) : hex;
    }

    private static String fraction(char verb, String flags, int precision, double number) {
        String sign = flags.contains("+") ? "+" : "";
        return String.format(Locale.ROOT, "%" + sign + "." + (precision < 0 ? 6 : precision)
                + (verb == 'F' ? 'f' : verb), number);
    }

    private static String cut(String text, int precision) {
        return (precision < 0 || text.codePointCount(0, text.length()) <= precision)
                ? text
                : text.substring(0, text.offsetByCodePoints(0, precision));
    }

    private static boolean isText(Object value) {
        return !(value instanceof Number) && !(value instanceof Boolean);
    }

    private static String wrong(char verb, Object value) {
        return "%!" + verb + "(" + type(value) + "=" + Pipeline.text(value) + ")";
    }

    private static String type(Object value) {
        return value instanceof Number
                ? value instanceof Double ? "float64" : "int"
                : value instanceof Boolean ? "bool" : "string";
    }
}
