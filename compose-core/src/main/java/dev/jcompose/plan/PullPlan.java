package dev.jcompose.plan;

import dev.jcompose.model.Service;
import dev.jcompose.model.Project;
import dev.jcompose.observe.ImageReference;
import dev.jcompose.observe.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Fetches images because somebody asks: {@code pull}. Each image once, whoever uses it. */
public final class PullPlan {
    private PullPlan() {
    }

    /**
     * Fetches what is asked for; a service that says nothing about it wants its image anew. How old an image may be
     * counts where nobody asks, with {@code up}.
     *
     * @throws UnknownServiceException
     *             if a name is not a service of the project
     */
    public static Plan of(Project project, Observation seen, PullOptions options) {
        PlanBuilder plan = new PlanBuilder();
        TreeMap<String, List<Service>> users = new TreeMap<>();
        for (String name : ServiceSelection.of(project, options.services(),
                options.withDependencies()
                        ? ServiceSelection.Direction.WITH_DEPENDENCIES
                        : ServiceSelection.Direction.ALONE)
                .taking()) {
            Service service = project.service(name).orElseThrow();
            boolean passedOver = service.build() != null && options.ignoreBuildable();
            if (service.image() != null && service.provider() == null && !passedOver) {
                users.computeIfAbsent(service.image() + "\n" + service.platform(), key -> new ArrayList<>())
                        .add(service);
            }
            service.lifecycle().preStart().stream().flatMap(hook -> Stream.ofNullable(hook.image()))
                    .filter(image -> !image.equals(service.image()))
                    .forEach(image -> users
                            .computeIfAbsent(image + "\n" + service.platform(), key -> new ArrayList<>())
                            .add(service.withImage(image)));
        }
        users.values().forEach(services -> add(plan, project, services, seen, options));
        return plan.build();
    }

    private static void add(PlanBuilder plan, Project project, List<Service> services, Observation seen,
            PullOptions options) {
        Service first = services.getFirst();
        String image = String.valueOf(first.image());
        Optional<String> cause = services.stream().flatMap(service -> cause(service, image, seen, options).stream())
                .findFirst();
        if (cause.isEmpty()) {
            return;
        }
        plan.add(new Action.PullImage(image, project.platformToPull(first),
                services.stream().map(Service::name).toList(),
                options.ignoreFailures()), cause.get());
    }

    private static Optional<String> cause(Service service, String image, Observation seen, PullOptions options) {
        String policy = options.policy() == null ? service.pullPolicy() : options.policy();
        boolean present = seen.image(image).isPresent();
        return switch (policy) {
            case null -> Optional.of("pull requested");
            case "never", "build" -> Optional.empty();
            case "missing", "if_not_present" -> !present
                    ? Optional.of("not found")
                    : isLatest(image) ? Optional.of("its tag is latest") : Optional.empty();
            default -> Optional.of(present ? "pull policy is " + policy : "not found");
        };
    }

    private static boolean isLatest(String image) {
        return ImageReference.familiar(image).endsWith(":latest");
    }
}
