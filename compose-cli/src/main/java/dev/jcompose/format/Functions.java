package dev.jcompose.format;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that docker's templates know. */
final class Functions {
    private Functions() {
    }

    static @Nullable Object call(String name, List<@Nullable Object> arguments) {
        return switch (name) {
            case "json" -> Json.of(at(arguments, 0, name));
            case "upper" -> text(arguments, 0, name).toUpperCase(Locale.ROOT);
            case "lower" -> text(arguments, 0, name).toLowerCase(Locale.ROOT);
            case "title" -> title(text(arguments, 0, name));
            case "join" -> items(at(arguments, 0, name)).stream().map(Pipeline::text)
                    .collect(Collectors.joining(text(arguments, 1, name)));
            case "split" -> Arrays.asList(split(text(arguments, 0, name), text(arguments, 1, name)));
            case "truncate" -> truncated(text(arguments, 0, name), number(arguments, 1, name));
            case "pad" -> padded(text(arguments, 0, name), number(arguments, 1, name), number(arguments, 2, name));
            case "len" -> length(at(arguments, 0, name));
            case "index" -> items(at(arguments, 0, name)).stream().skip(number(arguments, 1, name)).findFirst()
                    .orElseThrow(() -> new TemplateException("index out of range"));
            case "print" -> arguments.stream().map(Pipeline::text).collect(Collectors.joining());
            case "println" -> arguments.stream().map(Pipeline::text).collect(Collectors.joining(" ")) + "\n";
            case "printf" -> printf(arguments);
            case "not" -> !Pipeline.isTrue(at(arguments, 0, name));
            case "and" -> arguments.stream().filter(each -> !Pipeline.isTrue(each)).findFirst()
                    .orElse(arguments.getLast());
            case "or" -> arguments.stream().filter(Pipeline::isTrue).findFirst().orElse(arguments.getLast());
            case "eq" -> arguments.stream().skip(1).anyMatch(each -> same(arguments.getFirst(), each));
            case "ne" -> !same(at(arguments, 0, name), at(arguments, 1, name));
            default -> throw new TemplateException("function \"" + name + "\" not defined");
        };
    }

    private static @Nullable Object at(List<@Nullable Object> arguments, int index, String function) {
        if (index >= arguments.size()) {
            throw new TemplateException("too few arguments for " + function);
        }
        return arguments.get(index);
    }

    private static String text(List<@Nullable Object> arguments, int index, String function) {
        return Pipeline.text(at(arguments, index, function));
    }

    private static int number(List<@Nullable Object> arguments, int index, String function) {
        if (at(arguments, index, function) instanceof Integer number) {
            return number;
        }
        throw new TemplateException(function + " wants a number");
    }

    private static Collection<?> items(@Nullable Object value) {
        return value instanceof Collection<?> items ? items : List.of(Pipeline.text(value));
    }

    private static int length(@Nullable Object value) {
        return value instanceof Collection<?> items ? items.size() : Pipeline.text(value).length();
    }

    private static String[] split(String text, String separator) {
        return text.split(java.util.regex.Pattern.quote(separator), -1);
    }

    private static String truncated(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String padded(String text, int before, int after) {
        return text.isEmpty() ? text : " ".repeat(before) + text + " ".repeat(after);
    }

    private static String title(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return Objects.equals(a, b) || Pipeline.text(a).equals(Pipeline.text(b));
    }

    private static String printf(List<@Nullable Object> arguments) {
        String format = text(arguments, 0, "printf").replace("%v", "%s").replace("%q", "\"%s\"");
        try {
            return String.format(Locale.ROOT, format, arguments.stream().skip(1).toArray());
        } catch (java.util.IllegalFormatException e) {
            throw new TemplateException("printf: " + e.getMessage());
        }
    }
}
