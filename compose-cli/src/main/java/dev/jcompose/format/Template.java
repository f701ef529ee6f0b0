package dev.jcompose.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template of Go's kind (package text/template): text with {@code {{pipelines}}}, variables, {@code if},
 * {@code range} with {@code break} and {@code continue}, and {@code with}. Immutable.
 */
public final class Template {
    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a template.
     *
     * @throws TemplateException
     *             with the reason
     */
    public static Template parse(String text) {
        return new Template(new TemplateReader(text).all());
    }

    /** The text with every action replaced by what it gives for these values. */
    public String apply(Map<String, Object> values) {
        return apply(Scope.root(values, false));
    }

    /** The same for the headings of a table, which functions leave as they are. */
    String applyToHeadings(Map<String, Object> headings) {
        return apply(Scope.root(headings, true));
    }

    private String apply(Scope scope) {
        StringBuilder out = new StringBuilder();
        run(parts, scope, out);
        return out.toString();
    }

    /** A piece of a template. */
    sealed interface Part {
        record Text(String text) implements Part {}

        record Print(PipelineReader.Assignment value) implements Part {}

        record Branch(String kind, PipelineReader.Assignment condition, List<Part> then,
                List<Part> otherwise) implements Part {}

        /** {@code break} or {@code continue}. */
        record Jump(boolean ends) implements Part {}
    }

    /** How a list of parts was left: at its end, or by a jump. */
    private enum Way {
        ON, NEXT, OUT
    }

    private static Way run(List<Part> parts, Scope scope, StringBuilder out) {
        for (Part part : parts) {
            Way way = switch (part) {
                case Part.Text text -> print(text.text(), out);
                case Part.Print print -> print(print.value(), scope, out);
                case Part.Branch branch -> branch.kind().equals("range")
                        ? each(branch, scope, out)
                        : choice(branch, scope, out);
                case Part.Jump jump -> jump.ends() ? Way.OUT : Way.NEXT;
            };
            if (way != Way.ON) {
                return way;
            }
        }
        return Way.ON;
    }

    private static Way print(String text, StringBuilder out) {
        out.append(text);
        return Way.ON;
    }

    private static Way print(PipelineReader.Assignment value, Scope scope, StringBuilder out) {
        Object result = value.pipeline().evaluate(scope);
        if (value.variables().isEmpty()) {
            out.append(Pipeline.text(result));
        } else {
            set(value, value.variables().getFirst(), result, scope);
        }
        return Way.ON;
    }

    private static void set(PipelineReader.Assignment assignment, String name, @Nullable Object value, Scope scope) {
        if (assignment.declares()) {
            scope.declare(name, value);
        } else {
            scope.assign(name, value);
        }
    }

    private static Way choice(Part.Branch branch, Scope scope, StringBuilder out) {
        Object value = branch.condition().pipeline().evaluate(scope);
        boolean holds = Pipeline.isTrue(value);
        Scope inner = scope.inner((holds && branch.kind().equals("with")) ? value : scope.dot());
        branch.condition().variables().forEach(name -> set(branch.condition(), name, value, inner));
        return run(holds ? branch.then() : branch.otherwise(), inner, out);
    }

    private static Way each(Part.Branch branch, Scope scope, StringBuilder out) {
        Object value = branch.condition().pipeline().evaluate(scope);
        List<Object> keys = new ArrayList<>();
        List<@Nullable Object> items = new ArrayList<>();
        entries(value, scope.isHeading(), keys, items);
        if (items.isEmpty()) {
            return run(branch.otherwise(), scope.inner(scope.dot()), out);
        }
        List<String> names = branch.condition().variables();
        for (int at = 0; at < items.size(); at++) {
            Scope inner = scope.inner(items.get(at));
            if (!names.isEmpty()) {
                set(branch.condition(), names.getLast(), items.get(at), inner);
            }
            if (names.size() > 1) {
                set(branch.condition(), names.getFirst(), keys.get(at), inner);
            }
            if (run(branch.then(), inner, out) == Way.OUT) {
                break;
            }
        }
        return Way.ON;
    }

    private static void entries(@Nullable Object value, boolean heading, List<Object> keys,
            List<@Nullable Object> items) {
        switch (value) {
            case null -> {
                // Nothing to go over.
            }
            case Map<?, ?> map -> map.forEach((key, item) -> {
                keys.add(key);
                items.add(item);
            });
            case Collection<?> list -> list.forEach(item -> {
                keys.add(keys.size());
                items.add(item);
            });
            case Integer count -> {
                for (int each = 0; each < count; each++) {
                    keys.add(each);
                    items.add(each);
                }
            }
            default -> {
                if (!heading) {
                    throw new TemplateException("range can't iterate over " + Pipeline.text(value));
                }
                keys.add(0);
                items.add(value);
            }
        }
    }
}
