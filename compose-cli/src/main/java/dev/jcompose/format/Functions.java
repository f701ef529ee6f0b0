package dev.jcompose.format;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that docker's templates know: Go's own and docker's. */
final class Functions {
    static final Set<String> NAMES = Set.of("json", "upper", "lower", "title", "join", "split", "truncate", "pad",
            "len", "index", "slice", "print", "println", "printf", "not", "and", "or", "eq", "ne", "lt", "le", "gt",
            "ge", "html", "js", "urlquery");
    /** Those that leave the heading of a column as it is. */
    private static final Set<String> NOT_FOR_HEADINGS = Set.of("json", "upper", "lower", "title", "join", "split",
            "truncate");
    private static final Pattern FIRST_LETTER = Pattern.compile("(?<![\\p{L}\\p{N}_'])\\p{L}");

    private Functions() {
    }

    static @Nullable Object call(String name, List<@Nullable Object> arguments, boolean heading) {
        if (heading && NOT_FOR_HEADINGS.contains(name)) {
            return at(arguments, 0, name);
        }
        return switch (name) {
            case "json" -> Json.of(at(arguments, 0, name));
            case "upper" -> text(arguments, 0, name).toUpperCase(Locale.ROOT);
            case "lower" -> text(arguments, 0, name).toLowerCase(Locale.ROOT);
            case "title" -> FIRST_LETTER.matcher(text(arguments, 0, name))
                    .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
            case "join" -> items(at(arguments, 0, name)).stream().map(Pipeline::text)
                    .collect(Collectors.joining(text(arguments, 1, name)));
            case "split" -> split(text(arguments, 0, name), text(arguments, 1, name));
            case "truncate" -> truncated(text(arguments, 0, name), number(arguments, 1, name));
            case "pad" -> padded(text(arguments, 0, name), number(arguments, 1, name), number(arguments, 2, name));
            case "len" -> length(at(arguments, 0, name));
            case "index" -> indexed(arguments);
            case "slice" -> sliced(arguments);
            case "print" -> printed(arguments);
            case "println" -> arguments.stream().map(Pipeline::text).collect(Collectors.joining(" ")) + "\n";
            case "printf" -> Verbs.format(text(arguments, 0, name), arguments.subList(1, arguments.size()));
            case "html" -> printed(arguments).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                    .replace("\"", "&#34;").replace("'", "&#39;");
            case "js" -> printed(arguments).replace("\\", "\\\\").replace("'", "\\'").replace("\"", "\\\"")
                    .replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026").replace("=", "\\u003D")
                    .replace("\n", "\\u000A");
            case "urlquery" -> URLEncoder.encode(printed(arguments), StandardCharsets.UTF_8);
            default -> logic(name, arguments);
        };
    }

    private static @Nullable Object logic(String name, List<@Nullable Object> arguments) {
        Object first = at(arguments, 0, name);
        return switch (name) {
            case "not" -> !Pipeline.isTrue(first);
            case "and" -> firstThatIs(false, arguments);
            case "or" -> firstThatIs(true, arguments);
            case "eq" -> {
                at(arguments, 1, name);
                yield arguments.stream().skip(1).anyMatch(each -> same(first, each));
            }
            case "ne" -> !same(first, at(arguments, 1, name));
            case "lt" -> compared(first, at(arguments, 1, name)) < 0;
            case "le" -> compared(first, at(arguments, 1, name)) <= 0;
            case "gt" -> compared(first, at(arguments, 1, name)) > 0;
            case "ge" -> compared(first, at(arguments, 1, name)) >= 0;
            default -> throw new TemplateException("function \"" + name + "\" not defined");
        };
    }

    private static @Nullable Object firstThatIs(boolean wanted, List<@Nullable Object> arguments) {
        for (Object each : arguments) {
            if (Pipeline.isTrue(each) == wanted) {
                return each;
            }
        }
        return arguments.getLast();
    }

    private static @Nullable Object at(List<@Nullable Object> arguments, int index, String function) {
        if (index >= arguments.size()) {
            throw new TemplateException("wrong number of args for " + function + ": want at least " + (index + 1)
                    + " got " + arguments.size());
        }
        return arguments.get(index);
    }

    private static String text(List<@Nullable Object> arguments, int index, String function) {
        return Pipeline.text(at(arguments, index, function));
    }

    private static int number(List<@Nullable Object> arguments, int index, String function) {
        if (at(arguments, index, function) instanceof Number number) {
            return number.intValue();
        }
        throw new TemplateException("wrong type of value for " + function + "; expected a number");
    }

    private static Collection<?> items(@Nullable Object value) {
        return value instanceof Collection<?> items ? items : List.of(Pipeline.text(value));
    }

    private static List<String> split(String text, String separator) {
        return separator.isEmpty()
                ? text.codePoints().mapToObj(Character::toString).toList()
                : Arrays.asList(text.split(Pattern.quote(separator), -1));
    }

    private static String truncated(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, length)));
    }

    private static String padded(String text, int before, int after) {
        return text.isEmpty() ? text : " ".repeat(Math.max(0, before)) + text + " ".repeat(Math.max(0, after));
    }

    private static int length(@Nullable Object value) {
        return value instanceof Collection<?> items
                ? items.size()
                : value instanceof Map<?, ?> map ? map.size() : bytes(value).length;
    }

    /** Texts have the length of their UTF-8, as in Go. */
    private static byte[] bytes(@Nullable Object value) {
        return Pipeline.text(value).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object indexed(List<@Nullable Object> arguments) {
        Object value = at(arguments, 0, "index");
        for (int each = 1; each < arguments.size(); each++) {
            if (value instanceof LabelText labels) {
                value = labels.label(text(arguments, each, "index"));
            } else if (value instanceof Map<?, ?> map) {
                value = map.get(arguments.get(each));
            } else {
                int index = number(arguments, each, "index");
                int length = length(value);
                if (index < 0 || index >= length) {
                    throw new TemplateException("index out of range: " + index);
                }
                value = value instanceof Collection<?> items ? new ArrayList<>(items).get(index) : bytes(value)[index];
            }
        }
        return value;
    }

    private static Object sliced(List<@Nullable Object> arguments) {
        Object value = at(arguments, 0, "slice");
        int length = length(value);
        int from = arguments.size() > 1 ? number(arguments, 1, "slice") : 0;
        int to = arguments.size() > 2 ? number(arguments, 2, "slice") : length;
        if (from < 0 || to > length || from > to) {
            throw new TemplateException("index out of range: " + (to > length ? to : from));
        }
        return value instanceof Collection<?> items
                ? List.copyOf(new ArrayList<>(items).subList(from, to))
                : new String(bytes(value), from, to - from, StandardCharsets.UTF_8);
    }

    /** Go puts a blank between two of which neither is a text. */
    private static String printed(List<@Nullable Object> arguments) {
        StringBuilder text = new StringBuilder();
        Object before = "";
        for (Object each : arguments) {
            boolean apart = !(each instanceof String) && !(before instanceof String);
            text.append((apart && !text.isEmpty()) ? " " : "").append(Pipeline.text(each));
            before = each;
        }
        return text.toString();
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return (a instanceof Number && b instanceof Number)
                ? compared(a, b) == 0
                : Objects.equals(a, b) || Pipeline.text(a).equals(Pipeline.text(b));
    }

    private static int compared(@Nullable Object a, @Nullable Object b) {
        return (a instanceof Number one && b instanceof Number other)
                ? Double.compare(one.doubleValue(), other.doubleValue())
                : Pipeline.text(a).compareTo(Pipeline.text(b));
    }
}
