package dev.jcompose.config;

import dev.jcompose.load.RuleNode;
import dev.jcompose.load.Rules;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A project as text, the way that {@code docker compose config} prints it: attributes in the order of the
 * specification's model, other keys sorted, empty values left out. Pure functions.
 */
public final class ConfigWriter {
    private static final Set<String> NOT_IN_JSON = Set.of("models", "version", "include");

    /** Build arguments without a value are dropped, which may leave nothing of the sequence. */
    private static final RuleNode NO_RULES = Rules.STANDARD.root().key("x-");

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
        Mapping complete = project.get("services") == null
                ? project.with("services", Mapping.empty(project.origin()))
                : project;
        String text = switch (format) {
            case YAML -> YamlText.of(Shapes.PROJECT.arrange(complete, format));
            case JSON -> JsonText.indented(json(complete));
        };
        return text.replace("$", "$$");
    }

    /** Any part of a tree as YAML, keys sorted; dollars stay as they are. Ends with a line break. */
    public static String writeValue(Node value) {
        return YamlText.of(Shape.free(value, Format.YAML));
    }

    /** A tree with variables still in it: nothing is left out, all keys are sorted, dollars stay as they are. */
    public static String writeUninterpolated(Mapping tree, Format format) {
        Node sorted = Shape.free(tree, format);
        return switch (format) {
            case YAML -> YamlText.of(sorted);
            case JSON -> JsonText.indented(emptyAsNull(sorted, Rules.STANDARD.root()));
        };
    }

    /** In JSON an empty sequence is null, unless it is one whose items were told apart. */
    private static Node emptyAsNull(Node node, RuleNode rules) {
        return switch (node) {
            case Mapping mapping -> {
                Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
                mapping.entries().forEach((key, entry) -> {
                    RuleNode below = key.equals("args") ? NO_RULES : rules.key(key);
                    entries.put(key, new Mapping.Entry(entry.keyPosition(), emptyAsNull(entry.value(), below)));
                });
                yield mapping.withEntries(entries);
            }
            case Sequence sequence when sequence.items().isEmpty() && !rules.rule().isUnique() ->
                Scalar.of(null, sequence.origin());
            case Sequence sequence ->
                sequence.withItems(sequence.items().stream().map(item -> emptyAsNull(item, rules.items())).toList());
            case Scalar scalar -> scalar;
        };
    }

    /** Extensions at the top are written, and all sections are sorted among each other. */
    private static Node json(Mapping project) {
        Map<String, Mapping.Entry> sections = new TreeMap<>();
        if (Shapes.PROJECT.arrange(project, Format.JSON) instanceof Mapping arranged) {
            sections.putAll(arranged.entries());
        }
        project.entries().forEach((key, entry) -> {
            if (key.startsWith("x-")) {
                sections.put(key, new Mapping.Entry(entry.keyPosition(), Shape.unknown(entry.value(), Format.JSON)));
            }
        });
        sections.keySet().removeAll(NOT_IN_JSON);
        return project.withEntries(sections);
    }
}
