package dev.jcompose.env;

import dev.jcompose.source.Position;
import dev.jcompose.template.Variables;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Variables and who set each of them. Immutable; keeps the order in which they were set. */
public final class Environment implements Variables {
    /** No variables. */
    public static final Environment EMPTY = new Environment(Map.of());

    /** The source of what the calling process had in its environment. */
    public static final String SHELL = "shell";

    private static final Pattern LINE = Pattern.compile("(.+):([1-9][0-9]{0,8})", Pattern.DOTALL);

    private final Map<String, Value> values;

    private Environment(Map<String, Value> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Variables that all come from the calling process, such as {@link System#getenv()}. */
    public static Environment shell(Map<String, String> variables) {
        return of(variables, SHELL);
    }

    /** Variables of one source, such as {@code shell} or {@code .env:3}. */
    public static Environment of(Map<String, String> variables, String source) {
        Map<String, Value> values = new LinkedHashMap<>();
        variables.forEach((name, value) -> values.put(name, new Value(value, source)));
        return new Environment(values);
    }

    /** Variables with a source each. */
    public static Environment of(Map<String, Value> values) {
        return new Environment(values);
    }

    @Override
    public @Nullable Value find(String name) {
        return values.get(name);
    }

    /** The value of a variable; null if it is not set. */
    public @Nullable String get(String name) {
        Value value = values.get(name);
        return value == null ? null : value.value();
    }

    /** Where a variable is set: the line of an env file, else the variable's name in place of a file's. */
    public Position place(String name) {
        Value value = find(name);
        Matcher line = LINE.matcher(value == null ? "" : value.source());
        return line.matches() ? new Position(line.group(1), Integer.parseInt(line.group(2)), 1) : Position.whole(name);
    }

    /** The value of a variable, or another where it is not set or empty. */
    public String getOrDefault(String name, String otherwise) {
        String value = get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** The names, in the order they were set. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Names and values, without sources. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        values.forEach((name, value) -> map.put(name, value.value()));
        return Collections.unmodifiableMap(map);
    }

    /** This with one variable set, over whatever it was. */
    public Environment with(String name, String value, String source) {
        Map<String, Value> changed = new LinkedHashMap<>(values);
        changed.put(name, new Value(value, source));
        return new Environment(changed);
    }

    /** This, and what it does not set from another. */
    public Environment orElse(Environment fallback) {
        Map<String, Value> all = new LinkedHashMap<>(values);
        fallback.values.forEach(all::putIfAbsent);
        return new Environment(all);
    }
}
