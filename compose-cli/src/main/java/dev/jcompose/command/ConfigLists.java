package dev.jcompose.command;

import dev.jcompose.config.ConfigHash;
import dev.jcompose.load.LoadedProject;
import dev.jcompose.model.DefaultPlatform;
import dev.jcompose.model.Model;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.plan.ResourceNames;
import dev.jcompose.plan.UnknownServiceException;
import dev.jcompose.yaml.Mapping;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The short answers of {@code config}: one thing a line. */
final class ConfigLists {
    private ConfigLists() {
    }

    static String names(Mapping tree, String section) {
        return tree.get(section) instanceof Mapping found ? lines(new TreeSet<>(found.keys())) : "";
    }

    /** The models themselves, not what the project calls them. */
    static String models(LoadedProject loaded) {
        return loaded.project().models().values().stream().map(Model::model).filter(model -> !model.isEmpty())
                .sorted().map(model -> model + "\n").collect(Collectors.joining());
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
        return loaded.project().services().values().stream().map(service -> image(service, names))
                .map(image -> image + "\n").collect(Collectors.joining());
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
        Map<String, String> environment = loaded.environment().toMap();
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            if (!(services.get(name) instanceof Mapping service)) {
                throw new UnknownServiceException(name, services.keys());
            }
            text.append(name).append(' ').append(ConfigHash.service(DefaultPlatform.given(service, environment)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String lines(Iterable<String> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item).append('\n'));
        return text.toString();
    }
}
