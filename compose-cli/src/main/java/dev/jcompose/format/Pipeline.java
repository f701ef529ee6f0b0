package dev.jcompose.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in a template's braces: calls, each given the result of the one before as its last argument. */
record Pipeline(List<List<Pipeline.Term>> calls) {
    private static final Pattern TOKEN = Pattern
            .compile("\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|\\||\\(|\\)|[^\\s|()\"`]+)");

    Pipeline { calls = List.copyOf(calls); }

    /** A value that is written, looked up, or computed in brackets. */
    sealed interface Term {
        record Literal(Object value) implements Term {}

        record Field(boolean fromRoot, List<String> path) implements Term {}

        record Name(String name) implements Term {}

        record Nested(Pipeline pipeline) implements Term {}
    }

    static Pipeline parse(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.strip());
        int at = 0;
        while (at < text.strip().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new TemplateException("cannot read {{" + text + "}}");
            }
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
        Pipeline pipeline = parse(tokens);
        if (!tokens.isEmpty()) {
            throw new TemplateException("unexpected '" + tokens.getFirst() + "' in {{" + text + "}}");
        }
        return pipeline;
    }

    private static Pipeline parse(List<String> tokens) {
        List<List<Term>> calls = new ArrayList<>();
        List<Term> call = new ArrayList<>();
        while (!tokens.isEmpty() && !tokens.getFirst().equals(")")) {
            String token = tokens.removeFirst();
            if (token.equals("|")) {
                calls.add(List.copyOf(call));
                call = new ArrayList<>();
            } else if (token.equals("(")) {
                call.add(new Term.Nested(parse(tokens)));
                if (tokens.isEmpty()) {
                    throw new TemplateException("missing )");
                }
                tokens.removeFirst();
            } else {
                call.add(term(token));
            }
        }
        calls.add(List.copyOf(call));
        if (calls.stream().anyMatch(List::isEmpty)) {
            throw new TemplateException("missing value for command");
        }
        return new Pipeline(calls);
    }

    private static Term term(String token) {
        char first = token.charAt(0);
        if (first == '"') {
            return new Term.Literal(unquoted(token.substring(1, token.length() - 1)));
        }
        if (first == '`') {
            return new Term.Literal(token.substring(1, token.length() - 1));
        }
        if (token.matches("-?\\d+")) {
            return new Term.Literal(Integer.valueOf(token));
        }
        if (token.equals("true") || token.equals("false")) {
            return new Term.Literal(Boolean.valueOf(token));
        }
        if (first == '.' || first == '$') {
            String path = first == '$' ? token.substring(1) : token;
            List<String> names = path.length() <= 1 ? List.of() : List.of(path.substring(1).split("\\.", -1));
            return new Term.Field(first == '$', names);
        }
        return new Term.Name(token);
    }

    private static String unquoted(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\"", "\"").replace("\\\\", "\\");
    }

    @Nullable
    Object evaluate(Template.Scope scope) {
        Object piped = null;
        boolean first = true;
        for (List<Term> call : calls) {
            List<@Nullable Object> arguments = new ArrayList<>();
            call.stream().skip(1).forEach(term -> arguments.add(value(term, scope)));
            if (!first) {
                arguments.add(piped);
            }
            piped = call.getFirst() instanceof Term.Name function
                    ? Functions.call(function.name(), arguments)
                    : called(value(call.getFirst(), scope), arguments, call.getFirst());
            first = false;
        }
        return piped;
    }

    /** {@code .Label "x"}: a field that is asked for one of its values. */
    private static @Nullable Object called(@Nullable Object value, List<@Nullable Object> arguments, Term term) {
        if (arguments.isEmpty()) {
            return value;
        }
        if (value instanceof LabelText labels && arguments.size() == 1) {
            return labels.label(text(arguments.getFirst()));
        }
        if (value instanceof Map<?, ?> map && arguments.size() == 1) {
            Object found = map.get(text(arguments.getFirst()));
            return found == null ? "" : found;
        }
        throw new TemplateException("can't give arguments to " + term);
    }

    private static @Nullable Object value(Term term, Template.Scope scope) {
        return switch (term) {
            case Term.Literal literal -> literal.value();
            case Term.Nested nested -> nested.pipeline().evaluate(scope);
            case Term.Name name -> Functions.call(name.name(), List.of());
            case Term.Field field -> {
                Object value = field.fromRoot() ? scope.root() : scope.dot();
                for (String written : field.path()) {
                    String name = written.equals("Label") ? "Labels" : written;
                    if (!(value instanceof Map<?, ?> map) || !map.containsKey(name)) {
                        throw new TemplateException("can't evaluate field " + name + (value instanceof Map<?, ?> map
                                ? "; there are: " + String.join(", ", map.keySet().stream().map(String::valueOf)
                                        .sorted().toList())
                                : ""));
                    }
                    value = map.get(name);
                }
                yield value;
            }
        };
    }

    /** As Go prints it. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "<no value>";
            case Collection<?> items -> items.stream().map(Pipeline::text)
                    .collect(Collectors.joining(" ", "[", "]"));
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + text(entry.getValue()))
                    .collect(Collectors.joining(" ", "map[", "]"));
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
