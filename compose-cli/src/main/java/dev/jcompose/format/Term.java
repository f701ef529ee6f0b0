package dev.jcompose.format;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a call in a template: a value that is written, looked up or computed in brackets, or a function's name. */
sealed interface Term {
    /** {@code "text"}, {@code 3}, {@code true}, {@code nil}. */
    record Literal(@Nullable Object value) implements Term {}

    /** {@code .Name}, {@code $.Name}, {@code (pipeline).Name}: what it is looked up in, and the names. */
    record Field(Term of, List<String> path) implements Term {
        public Field { path = List.copyOf(path); }
    }

    /** {@code .} itself. */
    record Dot() implements Term {}

    /** {@code $name}; the empty name is that of the root. */
    record Variable(String name) implements Term {}

    /** A function without arguments, or the one that a call begins with. */
    record Name(String name) implements Term {}

    /** {@code (…)}. */
    record Nested(Pipeline pipeline) implements Term {}

    /** What it stands for. */
    default @Nullable Object value(Scope scope) {
        return switch (this) {
            case Literal literal -> literal.value();
            case Dot dot -> scope.dot();
            case Variable variable -> scope.variable(variable.name());
            case Nested nested -> nested.pipeline().evaluate(scope);
            case Name name -> Functions.call(name.name(), List.of(), scope.isHeading());
            case Field field -> lookedUp(field, scope);
        };
    }

    private static @Nullable Object lookedUp(Field field, Scope scope) {
        Object value = field.of().value(scope);
        for (String written : field.path()) {
            if (scope.isHeading() && value instanceof String) {
                return value;
            }
            // {{.Label "x"}} asks for one of what {{.Labels}} has.
            String name = written.equals("Label") ? "Labels" : written;
            if (!(value instanceof Map<?, ?> map) || !map.containsKey(name)) {
                throw new TemplateException("can't evaluate field " + name + (value instanceof Map<?, ?> known
                        ? "; there are: " + String.join(", ",
                                known.keySet().stream().map(String::valueOf).sorted().toList())
                        : ""));
            }
            value = map.get(name);
        }
        return value;
    }
}
