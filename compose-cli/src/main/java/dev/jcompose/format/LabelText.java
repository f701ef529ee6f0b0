package dev.jcompose.format;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Labels as one field of a row: printed as docker lists them ({@code a=1,b=2}), and asked for one of them by
 * {@code {{.Label "a"}}}.
 *
 * @param labels
 *            value by name
 */
public record LabelText(Map<String, String> labels) {
    public LabelText { labels = Map.copyOf(labels); }

    /** A label's value, empty where there is none. */
    String label(String name) {
        return labels.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return new TreeMap<>(labels).entrySet().stream().map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }
}
