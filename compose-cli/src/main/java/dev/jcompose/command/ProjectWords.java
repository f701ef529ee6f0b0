package dev.jcompose.command;

import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.Labels;
import dev.jcompose.load.LoadOptions;
import dev.jcompose.model.Project;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.source.ComposeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Names of a project, for completion: none where it cannot be read, and nothing is fetched for it. */
final class ProjectWords {
    private final Session session;
    private final List<String> globals;

    /** Of the project that these options before the command choose. */
    ProjectWords(Session session, List<String> globals) {
        this.session = session;
        this.globals = globals;
    }

    Collection<String> services() {
        return project().<Collection<String>>map(project -> new TreeSet<>(project.services().keySet()))
                .orElse(List.of());
    }

    Collection<String> volumes() {
        return project().<Collection<String>>map(project -> new TreeSet<>(project.volumes().keySet()))
                .orElse(List.of());
    }

    Collection<String> profiles() {
        TreeSet<String> names = new TreeSet<>();
        project().ifPresent(project -> {
            project.services().values().forEach(service -> names.addAll(service.metadata().profiles()));
            project.disabledServices().values().forEach(service -> names.addAll(service.metadata().profiles()));
        });
        return names;
    }

    Collection<String> projects() {
        TreeSet<String> names = new TreeSet<>();
        try {
            ObservedContainer
                    .of(session.engine().containers()
                            .list(ContainerFilter.labelled(Labels.PROJECT, Labels.CONFIG_HASH)))
                    .forEach(container -> names.add(container.label(Labels.PROJECT)));
            return names;
        } catch (ComposeException nothingToOffer) {
            return List.of();
        }
    }

    private Optional<Project> project() {
        List<String> line = new ArrayList<>(globals);
        line.addFirst("--offline");
        try (Session other = session.with(line)) {
            return other.options().file.values().contains("-")
                    ? Optional.empty()
                    : Optional.of(other.loadedSilently(List.of(), LoadOptions.DEFAULTS).project());
        } catch (ComposeException nothingToOffer) {
            return Optional.empty();
        }
    }
}
