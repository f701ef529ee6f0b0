package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import java.util.List;
import java.util.Map;

/**
 * Which containers to list.
 *
 * @param all
 *            whether those that do not run are listed too
 * @param filters
 *            the engine's filters by name; a container must match each name by one of its values, but all of the values
 *            of {@code label}
 */
public record ContainerFilter(boolean all, Map<String, List<String>> filters) {
    /** Every container there is. */
    public static final ContainerFilter ALL = new ContainerFilter(true, Map.of());

    public ContainerFilter { filters = Ordered.copyOf(filters); }

    /** Running or not, with all of these labels, each {@code name} or {@code name=value}. */
    public static ContainerFilter labelled(String... labels) {
        return new ContainerFilter(true, Map.of("label", List.of(labels)));
    }

    /** Every container of a project, running or not, one-off or not. */
    public static ContainerFilter ofProject(String project) {
        return labelled(Labels.PROJECT + "=" + project, Labels.CONFIG_HASH);
    }

    /** The same among the running only. */
    public ContainerFilter running() {
        return new ContainerFilter(false, filters);
    }
}
