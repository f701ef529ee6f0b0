package dev.jcompose.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in a template's braces: calls, each given the result of the one before as its last argument. */
record Pipeline(List<List<Term>> calls) {
    Pipeline { calls = List.copyOf(calls); }

    @Nullable
    Object evaluate(Scope scope) {
        Object piped = null;
        boolean first = true;
        for (List<Term> call : calls) {
            List<@Nullable Object> arguments = new ArrayList<>();
            call.stream().skip(1).forEach(term -> arguments.add(term.value(scope)));
            if (!first) {
                arguments.add(piped);
            }
            piped = call.getFirst() instanceof Term.Name function
                    ? Functions.call(function.name(), arguments, scope.isHeading())
                    : called(call.getFirst().value(scope), arguments, scope);
            first = false;
        }
        return piped;
    }

    /** {@code .Label "x"}: a field that is asked for one of its values. */
    private static @Nullable Object called(@Nullable Object value, List<@Nullable Object> arguments, Scope scope) {
        if (arguments.isEmpty() || (scope.isHeading() && value instanceof String)) {
            return value;
        }
        if (value instanceof LabelText labels && arguments.size() == 1) {
            return labels.label(text(arguments.getFirst()));
        }
        throw new TemplateException("can't give arguments to non-function " + text(value));
    }

    /** As Go prints it. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "<no value>";
            case Collection<?> items -> items.stream().map(Pipeline::text)
                    .collect(Collectors.joining(" ", "[", "]"));
            case Map<?, ?> fields -> fields.values().stream().map(Pipeline::text)
                    .collect(Collectors.joining(" ", "{", "}"));
            default -> value.toString();
        };
    }

    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0;
            case Collection<?> items -> !items.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> !value.toString().isEmpty();
        };
    }
}
