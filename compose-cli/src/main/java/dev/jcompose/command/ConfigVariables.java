package dev.jcompose.command;

import dev.jcompose.config.ConfigWriter;
import dev.jcompose.format.Json;
import dev.jcompose.format.Table;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.option.UsageException;
import dev.jcompose.source.Position;
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

/** The variables that files use, each with what its uses say about it. */
final class ConfigVariables {
    private static final int LEAST_WIDTH = 20;
    private static final int PADDING = 3;

    private final Map<String, Use> uses = new TreeMap<>();

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
        uses.forEach((name, use) -> table.row(List.of(name, String.valueOf(use.required()), use.fallback(),
                use.alternative())));
        return table.toString();
    }

    /** Writes one variable. */
    private interface Writer {
        String write(String name, Use use);
    }

    private String each(String between, Writer writer) {
        return uses.entrySet().stream().map(use -> writer.write(use.getKey(), use.getValue()))
                .collect(Collectors.joining(between));
    }

    private static String json(String name, Use use) {
        return """

                %4$s%1$s: {
                %4$s    "Name": %1$s,
                %4$s    "DefaultValue": %2$s,
                %4$s    "PresenceValue": %3$s,
                %4$s    "Required": %5$s
                %4$s}""".formatted(Json.of(name), Json.of(use.fallback()), Json.of(use.alternative()), "    ",
                use.required());
    }

    private static String yaml(String name, Use use) {
        return """
                %s:
                    name: %s
                    defaultvalue: %s
                    presencevalue: %s
                    required: %s
                """.formatted(name, yaml(name), yaml(use.fallback()), yaml(use.alternative()), use.required());
    }

    private static String yaml(String text) {
        return ConfigWriter.writeValue(Scalar.string(text, Origin.at(Position.NOWHERE))).strip();
    }

    /**
     * What the uses of a variable say together: it is required if one of them requires it, and the first default and
     * the first alternative count.
     */
    private record Use(boolean required, String fallback, String alternative) {
        static Use of(Part.Variable variable, String text) {
            String argument = variable.argumentIn(text);
            return switch (variable.operator()) {
                case NONE -> new Use(false, "", "");
                case REQUIRED_SET, REQUIRED_FILLED -> new Use(true, "", "");
                case DEFAULT_IF_UNSET, DEFAULT_IF_EMPTY -> new Use(false, argument, "");
                case ALTERNATIVE_IF_SET, ALTERNATIVE_IF_FILLED -> new Use(false, "", argument);
            };
        }

        Use and(Use later) {
            return new Use(required || later.required, fallback.isEmpty() ? later.fallback : fallback,
                    alternative.isEmpty() ? later.alternative : alternative);
        }
    }

    private void collect(Node node) {
        switch (node) {
            case Mapping mapping -> mapping.entries().values().forEach(entry -> collect(entry.value()));
            case Sequence sequence -> sequence.items().forEach(this::collect);
            case Scalar scalar -> collect(Template.parse(scalar.text()), scalar.text());
        }
    }

    private void collect(Template template, String text) {
        for (Part part : template.parts()) {
            if (part instanceof Part.Variable variable) {
                uses.merge(variable.name(), Use.of(variable, text), Use::and);
                collect(variable.argument(), text);
            }
        }
    }
}
