package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectOrigin;
import dev.jcompose.model.Service;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a container is labelled with: the user's labels, and over them those that every Compose knows it by. */
final class ServiceLabels {
    /** The version that what we make is labelled with. */
    static final String VERSION = "0.1.0";

    private ServiceLabels() {
    }

    /** Labels of a service's own container; the config hash is added when it is made, because it may cover ids. */
    static Map<String, String> ofContainer(Project project, Collection<String> taking, Service service, int number,
            String imageId) {
        Map<String, String> labels = common(project, taking, service, imageId);
        labels.put(Labels.CONTAINER_NUMBER, String.valueOf(number));
        labels.put(Labels.ONEOFF, "False");
        return labels;
    }

    /** Labels of a container that {@code run} makes. */
    static Map<String, String> ofOneOff(Project project, Collection<String> taking, Service service, String slug,
            String imageId) {
        Map<String, String> labels = common(project, taking, service, imageId);
        labels.put(Labels.SLUG, slug);
        labels.put(Labels.ONEOFF, "True");
        return labels;
    }

    private static Map<String, String> common(Project project, Collection<String> taking, Service service,
            String imageId) {
        ProjectOrigin origin = project.origin();
        Map<String, String> labels = new LinkedHashMap<>(service.metadata().labels());
        labels.put(Labels.PROJECT, project.name());
        labels.put(Labels.SERVICE, service.name());
        labels.put(Labels.VERSION, VERSION);
        labels.put(Labels.WORKING_DIR, origin.workingDirectory());
        labels.put(Labels.CONFIG_FILES, String.join(",", origin.files()));
        if (!origin.environmentFiles().isEmpty()) {
            labels.put(Labels.ENVIRONMENT_FILE, String.join(",", origin.environmentFiles()));
        }
        labels.put(Labels.DEPENDS_ON, service.dependsOn().entrySet().stream()
                .filter(entry -> taking.contains(entry.getKey()))
                .map(entry -> entry.getKey() + ":" + entry.getValue().condition().text() + ":"
                        + entry.getValue().restart())
                .sorted()
                .collect(Collectors.joining(",")));
        if (!imageId.isEmpty()) {
            labels.put(Labels.IMAGE, imageId);
        }
        return labels;
    }
}
