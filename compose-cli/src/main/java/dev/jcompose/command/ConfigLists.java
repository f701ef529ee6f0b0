package dev.jcompose.command;

import dev.jcompose.config.ConfigHash;
import dev.jcompose.format.Table;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.plan.ResourceNames;
import dev.jcompose.plan.UnknownServiceException;
import dev.jcompose.template.Operator;
import dev.jcompose.template.Part;
import dev.jcompose.template.Template;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The short answers of {@code config}: one thing a line. */
final class ConfigLists {
    private static final int LEAST_WIDTH = 20;
    private static final int PADDING = 1;

    private ConfigLists() {
    }

    static String names(Mapping tree, String section) {
        return tree.get(section) instanceof Mapping found ? lines(new TreeSet<>(found.keys())) : "";
    }

    static String profiles(LoadedProject loaded) {
        TreeSet<String> profiles = new TreeSet<>();
        Project project = loaded.project();
        project.services().values().forEach(service -> profiles.addAll(service.metadata().profiles()));
        project.disabledServices().values().forEach(service -> profiles.addAll(service.metadata().profiles()));
        return lines(profiles);
    }

    static String images(LoadedProject loaded) {
        ResourceNames names = ResourceNames.of(loaded.name(), loaded.environment().toMap());
        return loaded.project().services().values().stream().filter(service -> service.provider() == null)
                .map(service -> image(service, names)).map(image -> image + "\n").collect(Collectors.joining());
    }

    private static String image(Service service, ResourceNames names) {
        String image = service.image();
        return image == null ? names.image(service.name()) : image;
    }

    static String environment(LoadedProject loaded) {
        return new TreeMap<>(loaded.environment().toMap()).entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n").collect(Collectors.joining());
    }

    static String hashes(LoadedProject loaded, String wanted) {
        Mapping services = loaded.tree().get("services") instanceof Mapping found
                ? found
                : Mapping.empty(loaded.tree().origin());
        List<String> names = wanted.equals("*")
                ? services.keys().stream().sorted().toList()
                : List.of(wanted.split(",", -1));
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            if (!(services.get(name) instanceof Mapping service)) {
                throw new UnknownServiceException(name, services.keys());
            }
            text.append(name).append(' ').append(ConfigHash.service(service)).append('\n');
        }
        return text.toString();
    }

    /** Each variable with what the files say about it; required where some use insists. */
    static String variables(LoadedProject loaded) {
        Map<String, Part.Variable> uses = new TreeMap<>();
        collect(loaded.tree(), uses);
        Table table = Table.of(LEAST_WIDTH, PADDING)
                .row(List.of("NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE"));
        uses.forEach((name, use) -> table.row(List.of(name, String.valueOf(isRequired(use)),
                argument(use, Operator.DEFAULT_IF_UNSET, Operator.DEFAULT_IF_EMPTY),
                argument(use, Operator.ALTERNATIVE_IF_SET, Operator.ALTERNATIVE_IF_FILLED))));
        return table.toString();
    }

    private static boolean isRequired(Part.Variable use) {
        return use.operator() == Operator.REQUIRED_SET || use.operator() == Operator.REQUIRED_FILLED;
    }

    private static String argument(Part.Variable use, Operator one, Operator other) {
        return use.operator() == one || use.operator() == other ? text(use.argument()) : "";
    }

    private static String text(Template template) {
        return template.parts().stream().map(part -> part instanceof Part.Text text ? text.text() : "")
                .collect(Collectors.joining());
    }

    private static void collect(Node node, Map<String, Part.Variable> uses) {
        switch (node) {
            case Mapping mapping -> mapping.entries().values().forEach(entry -> collect(entry.value(), uses));
            case Sequence sequence -> sequence.items().forEach(item -> collect(item, uses));
            case Scalar scalar -> collect(Template.parse(scalar.text()), uses);
        }
    }

    private static void collect(Template template, Map<String, Part.Variable> uses) {
        for (Part part : template.parts()) {
            if (part instanceof Part.Variable use) {
                uses.putIfAbsent(use.name(), use);
                collect(use.argument(), uses);
            }
        }
    }

    private static String lines(Iterable<String> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item).append('\n'));
        return text.toString();
    }
}
