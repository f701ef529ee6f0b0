package dev.jcompose.command;

import dev.jcompose.config.ConfigWriter;
import dev.jcompose.format.Json;
import dev.jcompose.format.Table;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.option.UsageException;
import dev.jcompose.source.Position;
import dev.jcompose.template.Operator;
import dev.jcompose.template.Part;
import dev.jcompose.template.Template;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The variables that files use, each with what its first use says about it. */
final class ConfigVariables {
    private static final int LEAST_WIDTH = 20;
    private static final int PADDING = 3;

    private final Map<String, Part.Variable> uses = new TreeMap<>();

    private ConfigVariables() {
    }

    /** Those of a project that was read without replacing them. */
    static ConfigVariables in(LoadedProject loaded) {
        ConfigVariables variables = new ConfigVariables();
        variables.collect(loaded.tree());
        return variables;
    }

    /**
     * All of them, sorted.
     *
     * @param format
     *            table, json or yaml
     */
    String text(String format) {
        return switch (format) {
            case "table", "pretty" -> table();
            case "json" -> "{" + each(",", ConfigVariables::json) + (uses.isEmpty() ? "}\n\n" : "\n}\n\n");
            case "yaml" -> uses.isEmpty() ? "{}\n" : each("", ConfigVariables::yaml);
            default -> throw new UsageException("unsupported format \"" + format + "\": use table, json or yaml");
        };
    }

    private String table() {
        Table table = Table.of(LEAST_WIDTH, PADDING)
                .row(List.of("NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE"));
        uses.forEach((name, use) -> table.row(List.of(name, String.valueOf(isRequired(use)), fallback(use),
                alternative(use))));
        return table.toString();
    }

    /** Writes one variable. */
    private interface Writer {
        String write(String name, Part.Variable use);
    }

    private String each(String between, Writer writer) {
        return uses.entrySet().stream().map(use -> writer.write(use.getKey(), use.getValue()))
                .collect(Collectors.joining(between));
    }

    private static String json(String name, Part.Variable use) {
        return """

                %4$s%1$s: {
                %4$s    "Name": %1$s,
                %4$s    "DefaultValue": %2$s,
                %4$s    "PresenceValue": %3$s,
                %4$s    "Required": %5$s
                %4$s}""".formatted(Json.of(name), Json.of(fallback(use)), Json.of(alternative(use)), "    ",
                isRequired(use));
    }

    private static String yaml(String name, Part.Variable use) {
        return """
                %s:
                    name: %s
                    defaultvalue: %s
                    presencevalue: %s
                    required: %s
                """.formatted(name, yaml(name), yaml(fallback(use)), yaml(alternative(use)), isRequired(use));
    }

    private static String yaml(String text) {
        return ConfigWriter.writeValue(Scalar.string(text, Origin.at(Position.NOWHERE))).strip();
    }

    private static boolean isRequired(Part.Variable use) {
        return use.operator() == Operator.REQUIRED_SET || use.operator() == Operator.REQUIRED_FILLED;
    }

    private static String fallback(Part.Variable use) {
        return argument(use, Operator.DEFAULT_IF_UNSET, Operator.DEFAULT_IF_EMPTY);
    }

    private static String alternative(Part.Variable use) {
        return argument(use, Operator.ALTERNATIVE_IF_SET, Operator.ALTERNATIVE_IF_FILLED);
    }

    private static String argument(Part.Variable use, Operator one, Operator other) {
        return use.operator() == one || use.operator() == other ? text(use.argument()) : "";
    }

    private static String text(Template template) {
        return template.parts().stream().map(part -> part instanceof Part.Text text ? text.text() : "")
                .collect(Collectors.joining());
    }

    private void collect(Node node) {
        switch (node) {
            case Mapping mapping -> mapping.entries().values().forEach(entry -> collect(entry.value()));
            case Sequence sequence -> sequence.items().forEach(this::collect);
            case Scalar scalar -> collect(Template.parse(scalar.text()));
        }
    }

    private void collect(Template template) {
        for (Part part : template.parts()) {
            if (part instanceof Part.Variable use) {
                uses.putIfAbsent(use.name(), use);
                collect(use.argument());
            }
        }
    }
}
