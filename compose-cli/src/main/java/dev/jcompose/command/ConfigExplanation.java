package dev.jcompose.command;

import dev.jcompose.config.ConfigWriter;
import dev.jcompose.explain.Explanation;
import dev.jcompose.explain.Explanation.Leaf;
import dev.jcompose.explain.Explanation.Place;
import dev.jcompose.format.Json;
import dev.jcompose.source.Position;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Origin.VariableUse;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Via;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code config --explain} prints. */
final class ConfigExplanation {
    private ConfigExplanation() {
    }

    /** A block for each single value: the value, then each place that set it, the one that counts last. */
    static String text(Explanation explanation) {
        StringBuilder text = new StringBuilder();
        for (Leaf leaf : explanation.leaves()) {
            text.append(text.isEmpty() ? "" : "\n").append(leaf.path()).append(": ").append(line(leaf.value()))
                    .append('\n');
            int width = leaf.places().stream().mapToInt(place -> name(place.position()).length()).max().orElse(0);
            for (Place place : leaf.places()) {
                String name = name(place.position());
                text.append("  ").append(name).append(" ".repeat(width - name.length() + 2))
                        .append(line(place.value())).append('\n');
                notes(place).forEach(note -> text.append("    ").append(note).append('\n'));
            }
        }
        return text.toString();
    }

    private static List<String> notes(Place place) {
        List<String> notes = new ArrayList<>();
        for (Via way : place.ways()) {
            notes.add(kind(way) + " at " + way.reference());
        }
        for (VariableUse use : place.variables()) {
            String value = use.value();
            notes.add("variable " + use.name() + (value == null ? "" : " = " + line(Scalar.of(value, at(place))))
                    + switch (use.source()) {
                        case "unset" -> " is not set";
                        case "default" -> ", the default in the expression";
                        default -> ", from " + use.source();
                    });
        }
        return notes;
    }

    private static Origin at(Place place) {
        return Origin.at(place.position());
    }

    /** A value on one line, cut where it has more. */
    private static String line(Node value) {
        if (value instanceof Scalar scalar && scalar.value() instanceof String string && string.indexOf('\n') >= 0) {
            return string.substring(0, string.indexOf('\n')) + " …";
        }
        String yaml = ConfigWriter.writeValue(value).stripTrailing();
        int end = yaml.indexOf('\n');
        return end < 0 ? yaml : yaml.substring(0, end) + " …";
    }

    private static String name(Position position) {
        return position.equals(Position.DEFAULT) ? "by default" : position.toString();
    }

    private static String kind(Via via) {
        return via.kind().name().toLowerCase(Locale.ROOT);
    }

    /** An object with the path, the value and the same blocks under {@code leaves}; ends with a line break. */
    static String json(Explanation explanation) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("path", explanation.path().toString());
        json.put("value", explanation.value().bare());
        json.put("leaves", explanation.leaves().stream().map(ConfigExplanation::leaf).toList());
        return Json.of(json) + "\n";
    }

    private static Map<String, @Nullable Object> leaf(Leaf leaf) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("path", leaf.path().toString());
        json.put("value", leaf.value().bare());
        json.put("places", leaf.places().stream().map(ConfigExplanation::place).toList());
        return json;
    }

    private static Map<String, @Nullable Object> place(Place place) {
        Map<String, @Nullable Object> json = position(place.position());
        json.put("value", place.value().bare());
        List<Map<String, @Nullable Object>> ways = new ArrayList<>();
        for (Via way : place.ways()) {
            Map<String, @Nullable Object> each = position(way.reference());
            each.put("kind", kind(way));
            ways.add(each);
        }
        json.put("through", ways);
        List<Map<String, @Nullable Object>> variables = new ArrayList<>();
        for (VariableUse use : place.variables()) {
            Map<String, @Nullable Object> each = new LinkedHashMap<>();
            each.put("name", use.name());
            each.put("value", use.value());
            each.put("source", use.source());
            variables.add(each);
        }
        json.put("variables", variables);
        return json;
    }

    private static Map<String, @Nullable Object> position(Position position) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", position.file());
        json.put("line", position.line());
        json.put("column", position.column());
        return json;
    }
}
