package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Build;
import dev.jcompose.model.Service;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * An image to be built.
 *
 * @param image
 *            the reference that it is given
 * @param service
 *            whose {@code build} section says how
 */
public record BuildTarget(String image, Service service) {
    /** The service's {@code build} section. */
    public Build build() {
        return Objects.requireNonNull(service.build(), "only services that can be built are targets");
    }

    /** The labels that the image gets: those of the file, and whose it is. Sorted. */
    public Map<String, String> labels(String project) {
        Map<String, String> labels = new TreeMap<>(build().labels());
        labels.put(Labels.PROJECT, project);
        labels.put(Labels.SERVICE, service.name());
        labels.put(Labels.VERSION, ServiceLabels.VERSION);
        return labels;
    }
}
