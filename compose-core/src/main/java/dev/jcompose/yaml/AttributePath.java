package dev.jcompose.yaml;

import dev.jcompose.source.YamlPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the value that a path written by a person leads to: keys parted by dots and indexes in brackets, as in
 * {@code services.web.ports[0]}. Keys may hold dots themselves, as labels do: of the keys that fit, the longest that
 * leads on counts. A key that holds brackets is written in them and in quotes: {@code ["a[0]"]}. Pure.
 */
public final class AttributePath {
    private final String text;

    private AttributePath(String text) {
        this.text = text;
    }

    /** What a path leads to. */
    public sealed interface Result {}

    /**
     * A value.
     *
     * @param path
     *            the keys and indexes that the text stands for
     */
    public record Found(YamlPath path, Node value) implements Result {}

    /**
     * Nothing.
     *
     * @param reached
     *            as far as the path leads
     * @param at
     *            what is there
     * @param missing
     *            the key or index, as written, that is not in it
     */
    public record Missing(YamlPath reached, Node at, String missing) implements Result {}

    /** Follows a path from a mapping; an empty one leads nowhere. */
    public static Result find(Mapping from, String path) {
        return new AttributePath(path).follow(from, YamlPath.ROOT, 0);
    }

    /** What {@link #find} finds, where how far a path leads that leads nowhere does not matter. */
    public static Optional<Node> value(Mapping from, String path) {
        return find(from, path) instanceof Found found ? Optional.of(found.value()) : Optional.empty();
    }

    private Result follow(Node node, YamlPath path, int start) {
        if (start == text.length() && start > 0) {
            return new Found(path, node);
        }
        if (text.startsWith("[", start)) {
            return bracket(node, path, start);
        }
        int from = start > 0 && text.startsWith(".", start) ? start + 1 : start;
        return key(node, path, from);
    }

    private Result key(Node node, YamlPath path, int from) {
        @Nullable
        Result farthest = null;
        if (node instanceof Mapping mapping) {
            for (int end = text.length(); end > from; end--) {
                Node below = isEnd(end) ? mapping.get(text.substring(from, end)) : null;
                if (below != null) {
                    Result result = follow(below, path.key(text.substring(from, end)), end);
                    if (result instanceof Found) {
                        return result;
                    }
                    farthest = farthest == null ? result : farthest;
                }
            }
        }
        return farthest == null ? new Missing(path, node, text.substring(from, wordEnd(from))) : farthest;
    }

    private Result bracket(Node node, YamlPath path, int start) {
        int close = text.indexOf(']', start);
        String inside = text.substring(start + 1, close < 0 ? text.length() : close);
        if (inside.startsWith("\"") || inside.startsWith("'")) {
            int quote = text.indexOf(inside.charAt(0), start + 2);
            if (quote > 0 && text.startsWith("]", quote + 1)) {
                String key = text.substring(start + 2, quote);
                Node below = node instanceof Mapping mapping ? mapping.get(key) : null;
                return below == null ? new Missing(path, node, key) : follow(below, path.key(key), quote + 2);
            }
        }
        if (close > 0 && inside.matches("\\d{1,9}") && node instanceof Sequence sequence
                && Integer.parseInt(inside) < sequence.items().size()) {
            int index = Integer.parseInt(inside);
            return follow(sequence.items().get(index), path.index(index), close + 1);
        }
        return new Missing(path, node, text.substring(start, close < 0 ? text.length() : close + 1));
    }

    private boolean isEnd(int at) {
        return at == text.length() || text.charAt(at) == '.' || text.charAt(at) == '[';
    }

    private int wordEnd(int from) {
        int end = from;
        while (!isEnd(end)) {
            end++;
        }
        return end;
    }
}
