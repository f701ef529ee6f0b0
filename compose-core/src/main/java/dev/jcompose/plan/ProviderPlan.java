package dev.jcompose.plan;

import dev.jcompose.model.Model;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The part of {@code up} that programs beside the engine do, before containers are made: services of providers and
 * models, whose addresses those who need them are told in variables.
 */
public final class ProviderPlan {
    private ProviderPlan() {
    }

    /** Plans for the services that take part. */
    public static Plan of(Project project, UpOptions options) {
        if (project.services().values().stream().noneMatch(ProviderPlan::needsAnother)) {
            return new PlanBuilder().build();
        }
        ServiceSelection selection = ServiceSelection.of(project, options.services(),
                options.withDependencies()
                        ? ServiceSelection.Direction.WITH_DEPENDENCIES
                        : ServiceSelection.Direction.ALONE);
        PlanBuilder plan = new PlanBuilder();
        TreeSet<String> models = new TreeSet<>();
        Map<String, Step> asked = new HashMap<>();
        for (String name : selection.taking()) {
            Service service = project.services().get(name);
            if (service == null) {
                continue;
            }
            models.addAll(service.models().keySet());
            if (service.provider() != null) {
                List<Step> before = new ArrayList<>();
                service.dependsOn().keySet().stream().flatMap(dependency -> Stream.ofNullable(asked.get(dependency)))
                        .forEach(before::add);
                asked.put(name, plan.add(new Action.RunProvider(project, service, "up"),
                        "provider " + service.provider().type(), before));
            }
        }
        for (String key : models) {
            Model model = project.models().get(key);
            if (model != null) {
                plan.add(new Action.PrepareModel(project, model), "model " + model.model());
            }
        }
        return plan.build();
    }

    private static boolean needsAnother(Service service) {
        return service.provider() != null || !service.models().isEmpty();
    }
}
