package dev.jcompose.source;

import java.util.List;

/**
 * The way from the root of a document to one value: a list of keys ({@link String}) and indexes ({@link Integer}).
 * Keys may contain dots, so a path is never a joined string; {@link #toString()} is for people.
 *
 * @param parts
 *            keys and 0-based indexes, outermost first
 */
public record YamlPath(List<Object> parts) {
    /** The whole document. */
    public static final YamlPath ROOT = new YamlPath(List.of());

    public YamlPath { parts = List.copyOf(parts); }

    /** A path of keys only. */
    public static YamlPath of(String... keys) {
        return new YamlPath(List.<Object>of((Object[]) keys));
    }

    /** The value under {@code key} of this mapping. */
    public YamlPath key(String key) {
        return child(key);
    }

    /** The item at the 0-based {@code index} of this sequence. */
    public YamlPath index(int index) {
        return child(index);
    }

    /** How many steps lead to the value; 0 for the root. */
    public int size() {
        return parts.size();
    }

    private YamlPath child(Object part) {
        Object[] longer = parts.toArray(new Object[parts.size() + 1]);
        longer[parts.size()] = part;
        return new YamlPath(List.of(longer));
    }

    /** {@code services.web.ports[0]}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Integer) {
                text.append('[').append(part).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(part);
            }
        }
        return text.toString();
    }
}
