package dev.jcompose.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template of Go's kind, as far as {@code --format} uses it: text with {@code {{pipelines}}}, {@code if}, {@code else},
 * {@code range} and {@code with}. Immutable.
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
     *             with the place and reason
     */
    public static Template parse(String text) {
        return new Template(new Reader(text).all());
    }

    /** The text with every action replaced by what it gives for these values. */
    public String apply(Map<String, Object> values) {
        StringBuilder out = new StringBuilder();
        run(parts, new Scope(values, values), out);
        return out.toString();
    }

    /** What {@code .} and {@code $} stand for. */
    record Scope(@Nullable Object dot, Object root) {}

    private sealed interface Part {
        record Text(String text) implements Part {}

        record Print(Pipeline value) implements Part {}

        record Branch(String kind, Pipeline condition, List<Part> then, List<Part> otherwise) implements Part {}
    }

    private static void run(List<Part> parts, Scope scope, StringBuilder out) {
        for (Part part : parts) {
            switch (part) {
                case Part.Text text -> out.append(text.text());
                case Part.Print print -> out.append(Pipeline.text(print.value().evaluate(scope)));
                case Part.Branch branch -> run(branch, scope, out);
            }
        }
    }

    private static void run(Part.Branch branch, Scope scope, StringBuilder out) {
        Object value = branch.condition().evaluate(scope);
        if (!Pipeline.isTrue(value)) {
            run(branch.otherwise(), scope, out);
            return;
        }
        switch (branch.kind()) {
            case "range" -> {
                Collection<?> items = value instanceof Map<?, ?> map
                        ? map.values()
                        : value instanceof Collection<?> list ? list : List.of(Pipeline.text(value));
                items.forEach(item -> run(branch.then(), new Scope(item, scope.root()), out));
            }
            case "with" -> run(branch.then(), new Scope(value, scope.root()), out);
            default -> run(branch.then(), scope, out);
        }
    }

    /** Cuts the text at its braces and nests what stands between {@code if} and {@code end}. */
    private static final class Reader {
        private final Deque<String> pieces = new ArrayDeque<>();

        Reader(String text) {
            String rest = text;
            for (int open = rest.indexOf("{{"); open >= 0; open = rest.indexOf("{{")) {
                int close = rest.indexOf("}}", open);
                if (close < 0) {
                    throw new TemplateException("unclosed action: " + rest.substring(open));
                }
                String before = rest.substring(0, open);
                String action = rest.substring(open + 2, close);
                rest = rest.substring(close + 2);
                if (action.startsWith("- ")) {
                    before = before.stripTrailing();
                    action = action.substring(1);
                }
                if (action.endsWith(" -")) {
                    rest = rest.stripLeading();
                    action = action.substring(0, action.length() - 1);
                }
                pieces.add("=" + before);
                pieces.add(action.strip());
            }
            pieces.add("=" + rest);
        }

        List<Part> all() {
            List<Part> parts = block();
            if (!pieces.isEmpty()) {
                throw new TemplateException("unexpected {{" + pieces.peek() + "}}");
            }
            return parts;
        }

        private List<Part> block() {
            List<Part> parts = new ArrayList<>();
            while (!pieces.isEmpty()) {
                String piece = pieces.peek();
                if (piece.equals("end") || piece.equals("else") || piece.startsWith("else ")) {
                    break;
                }
                pieces.remove();
                if (piece.startsWith("=")) {
                    parts.add(new Part.Text(piece.substring(1)));
                } else if (!piece.startsWith("/*")) {
                    parts.add(action(piece));
                }
            }
            return parts;
        }

        private Part action(String piece) {
            int blank = piece.indexOf(' ');
            String word = blank < 0 ? piece : piece.substring(0, blank);
            return switch (word) {
                case "if", "range", "with" -> branch(word, piece.substring(word.length()));
                default -> new Part.Print(Pipeline.parse(piece));
            };
        }

        private Part branch(String kind, String condition) {
            Pipeline test = Pipeline.parse(condition);
            List<Part> then = block();
            List<Part> otherwise = List.of();
            String next = pieces.poll();
            if (next != null && next.startsWith("else if ")) {
                return new Part.Branch(kind, test, then, List.of(branch("if", next.substring("else if ".length()))));
            }
            if ("else".equals(next)) {
                otherwise = block();
                next = pieces.poll();
            }
            if (!"end".equals(next)) {
                throw new TemplateException("{{" + kind + "}} without {{end}}");
            }
            return new Part.Branch(kind, test, then, otherwise);
        }
    }
}
