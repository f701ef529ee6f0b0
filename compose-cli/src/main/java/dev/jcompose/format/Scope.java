package dev.jcompose.format;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code .} and the variables stand for at a place in a template. */
final class Scope {
    private final @Nullable Object dot;
    private final @Nullable Scope outer;
    private final boolean heading;
    private final Map<String, @Nullable Object> variables = new HashMap<>();

    private Scope(@Nullable Object dot, @Nullable Scope outer, boolean heading) {
        this.dot = dot;
        this.outer = outer;
        this.heading = heading;
    }

    /** Around everything; {@code $} is the values as well. {@code heading}: functions leave headings as they are. */
    static Scope root(Object values, boolean heading) {
        Scope scope = new Scope(values, null, heading);
        scope.declare("$", values);
        return scope;
    }

    /** Inside of {@code if}, {@code with} and {@code range}. */
    Scope inner(@Nullable Object other) {
        return new Scope(other, this, heading);
    }

    @Nullable
    Object dot() {
        return dot;
    }

    boolean isHeading() {
        return heading;
    }

    void declare(String name, @Nullable Object value) {
        variables.put(name, value);
    }

    void assign(String name, @Nullable Object value) {
        owner(name).variables.put(name, value);
    }

    @Nullable
    Object variable(String name) {
        return owner(name).variables.get(name);
    }

    private Scope owner(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.variables.containsKey(name)) {
                return scope;
            }
        }
        throw new TemplateException("undefined variable \"" + name + "\"");
    }
}
