package dev.jcompose.plan;

import dev.jcompose.model.DefaultPlatform;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.PullPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The images that containers are to be made from. Two plans with an observation between them, because what a pull
 * brings decides what is built.
 */
public final class ImagePlan {
    private static final String SERVICE = "service:";

    private ImagePlan() {
    }

    /** Fetches what the pull policies ask for, each image once. */
    public static Plan pulls(Project project, Observation seen, ImageOptions options) {
        PlanBuilder plan = new PlanBuilder();
        ResourceNames names = ResourceNames.of(project);
        Map<String, List<Service>> byImage = new TreeMap<>();
        List<Service> taking = taking(project, options);
        for (Service service : taking) {
            if (service.image() != null && service.provider() == null) {
                byImage.computeIfAbsent(service.image(), image -> new ArrayList<>()).add(service);
            }
        }
        Map<String, String> hooks = new TreeMap<>();
        taking.forEach(service -> service.lifecycle().preStart().forEach(hook -> {
            String image = hook.image();
            if (image != null && !image.equals(imageOf(service, names)) && !byImage.containsKey(image)) {
                String cause = causeToPullForHook(service, image, seen, options);
                if (!cause.isEmpty() && hooks.putIfAbsent(image, service.name()) == null) {
                    plan.add(new Action.PullImage(image, project.platformToPull(service),
                            List.of(service.name() + " pre_start"),
                            false), cause);
                }
            }
        }));
        byImage.forEach((image, services) -> {
            String cause = services.stream().map(service -> causeToPull(service, image, seen, options))
                    .filter(found -> !found.isEmpty()).findFirst().orElse("");
            if (!cause.isEmpty()) {
                plan.add(new Action.PullImage(image, project.platformToPull(services.getFirst()),
                        services.stream().map(Service::name).toList(),
                        !options.noBuild() && services.stream().anyMatch(service -> service.build() != null)), cause);
            }
        });
        return plan.build();
    }

    /** Builds what is missing, or what was asked for; images that others are built upon come first. */
    public static Plan builds(Project project, Observation seen, ImageOptions options) {
        PlanBuilder plan = new PlanBuilder();
        if (options.noBuild()) {
            return plan.build();
        }
        ResourceNames names = ResourceNames.of(project);
        Map<String, Service> wanted = new TreeMap<>();
        Map<String, String> causes = new HashMap<>();
        for (Service service : taking(project, options)) {
            String cause = causeToBuild(service, seen, options, names);
            if (!cause.isEmpty()) {
                addWithContexts(project, service, cause, wanted, causes);
            }
        }
        List<BuildTarget> targets = new ArrayList<>();
        Set<String> done = new HashSet<>();
        wanted.values().forEach(service -> DefaultPlatform.check(service, project.origin().environment()));
        wanted.values().forEach(service -> addInOrder(project, service, names, done, targets));
        if (!targets.isEmpty()) {
            plan.add(new Action.BuildImages(project, targets, options.building()), causes.entrySet().stream()
                    .map(cause -> cause.getKey() + ": " + cause.getValue()).sorted().collect(Collectors.joining(", ")));
        }
        return plan.build();
    }

    private static List<Service> taking(Project project, ImageOptions options) {
        return ServiceSelection.of(project, options.services(),
                options.withDependencies()
                        ? ServiceSelection.Direction.WITH_DEPENDENCIES
                        : ServiceSelection.Direction.ALONE)
                .taking().stream().flatMap(name -> project.service(name).stream()).toList();
    }

    private static String causeToPull(Service service, String image, Observation seen, ImageOptions options) {
        String own = service.pullPolicy();
        String policy = options.pull() != null ? options.pull() : own == null ? "missing" : own;
        if (service.build() != null && options.build()) {
            return "";
        }
        return policy.equals("build") ? "" : causeToPull(policy, image, seen);
    }

    /** A hook's image follows the policy of its service; it is never built. */
    private static String causeToPullForHook(Service service, String image, Observation seen, ImageOptions options) {
        String own = service.pullPolicy();
        return causeToPull(options.pull() != null ? options.pull() : own == null ? "missing" : own, image, seen);
    }

    private static String causeToPull(String policy, String image, Observation seen) {
        return switch (policy) {
            case "always" -> "pull policy is always";
            case "never" -> "";
            default -> seen.image(image).isEmpty() ? "not found" : causeByAge(policy, image, seen);
        };
    }

    /** An image whose age is not known is taken for too old. */
    private static String causeByAge(String policy, String image, Observation seen) {
        return PullPolicy.oldest(policy).filter(
                oldest -> seen.ages().of(image).map(age -> age.compareTo(oldest) > 0).orElse(true))
                .map(oldest -> "older than pull policy " + policy + " allows").orElse("");
    }

    private static String causeToBuild(Service service, Observation seen, ImageOptions options, ResourceNames names) {
        if (service.build() == null || service.provider() != null) {
            return "";
        }
        if (options.build()) {
            return "build requested";
        }
        if ("build".equals(service.pullPolicy())) {
            return "pull policy is build";
        }
        return seen.image(imageOf(service, names)).isEmpty() ? "not found" : "";
    }

    /** What a service's containers are made from: its image, or the name that its build is given. */
    static String imageOf(Service service, ResourceNames names) {
        String image = service.image();
        return image == null ? names.image(service.name()) : image;
    }

    private static void addWithContexts(Project project, Service service, String cause, Map<String, Service> wanted,
            Map<String, String> causes) {
        if (wanted.putIfAbsent(service.name(), service) != null) {
            return;
        }
        causes.put(service.name(), cause);
        for (Service context : contexts(project, service)) {
            addWithContexts(project, context, "a context of " + service.name(), wanted, causes);
        }
    }

    private static List<Service> contexts(Project project, Service service) {
        List<Service> found = new ArrayList<>();
        if (service.build() != null) {
            for (String context : service.build().additionalContexts().values()) {
                if (context.startsWith(SERVICE)) {
                    declared(project, context.substring(SERVICE.length())).filter(other -> other.build() != null)
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** An image may be built upon that of a service which does not itself take part. */
    private static Optional<Service> declared(Project project, String name) {
        return project.service(name).or(() -> Optional.ofNullable(project.disabledServices().get(name)));
    }

    private static void addInOrder(Project project, Service service, ResourceNames names, Set<String> done,
            List<BuildTarget> targets) {
        if (done.add(service.name())) {
            contexts(project, service).forEach(context -> addInOrder(project, context, names, done, targets));
            targets.add(new BuildTarget(imageOf(service, names), service));
        }
    }
}
