package dev.jcompose.plan;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sends the images that services are built into to their registries, with the tags that the build gives them. */
public final class PushPlan {
    private PushPlan() {
    }

    /**
     * Pushes images of services that have both {@code image} and {@code build}, each once.
     *
     * @param services
     *            those named by the user; empty for all
     * @param withDependencies
     *            whether what they depend on takes part
     * @param ignoreFailures
     *            whether what cannot be sent is only told
     * @throws UnknownServiceException
     *             if a name is not a service of the project
     */
    public static Plan of(Project project, List<String> services, boolean withDependencies, boolean ignoreFailures) {
        PlanBuilder plan = new PlanBuilder();
        TreeMap<String, Service> images = new TreeMap<>();
        TreeMap<String, Set<String>> users = new TreeMap<>();
        for (String name : ServiceSelection.of(project, services,
                withDependencies
                        ? ServiceSelection.Direction.WITH_DEPENDENCIES
                        : ServiceSelection.Direction.ALONE)
                .taking()) {
            Service service = project.service(name).orElseThrow();
            if (service.build() == null) {
                continue;
            }
            if (service.image() == null) {
                plan.notice("service " + name + " has no image name and is not pushed; give it an 'image'");
                continue;
            }
            service.build().tags().forEach(tag -> images.putIfAbsent(tag, service));
            images.putIfAbsent(service.image(), service);
            users.computeIfAbsent(service.image(), image -> new TreeSet<>()).add(name);
        }
        images.forEach((image, service) -> plan.add(
                new Action.PushImage(image, null, !ignoreFailures),
                "built by " + String.join(", ", users.getOrDefault(image, Set.of(service.name())))));
        return plan.build();
    }
}
