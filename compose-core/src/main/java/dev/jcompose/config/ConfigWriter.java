package dev.jcompose.config;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A project as text, the way that {@code docker compose config} prints it: attributes in the order of the
 * specification's model, other keys sorted, empty values left out. Pure functions.
 */
public final class ConfigWriter {
    private static final Set<String> NOT_IN_JSON = Set.of("models", "version", "include");

    private ConfigWriter() {
    }

    /**
     * The canonical tree of a project.
     *
     * @param project
     *            the tree as {@code load} gives it; dollars in it mean themselves and are doubled in the text, so that
     *            the text can be loaded again
     * @return YAML ends with a line break, JSON does not
     */
    public static String write(Mapping project, Format format) {
        String text = switch (format) {
            case YAML -> YamlText.of(Shapes.PROJECT.arrange(project, format));
            case JSON -> JsonText.indented(json(project));
        };
        return text.replace("$", "$$");
    }

    /** A tree with variables still in it: nothing is left out, all keys are sorted, dollars stay as they are. */
    public static String writeUninterpolated(Mapping tree, Format format) {
        Node sorted = Shape.free(tree, format);
        return format == Format.YAML ? YamlText.of(sorted) : JsonText.indented(sorted);
    }

    /** Extensions at the top are written, and all sections are sorted among each other. */
    private static Node json(Mapping project) {
        Map<String, Mapping.Entry> sections = new TreeMap<>();
        if (Shapes.PROJECT.arrange(project, Format.JSON) instanceof Mapping arranged) {
            sections.putAll(arranged.entries());
        }
        project.entries().forEach((key, entry) -> {
            if (key.startsWith("x-")) {
                sections.put(key, new Mapping.Entry(entry.keyPosition(), Shape.free(entry.value(), Format.JSON)));
            }
        });
        sections.keySet().removeAll(NOT_IN_JSON);
        return project.withEntries(sections);
    }
}
