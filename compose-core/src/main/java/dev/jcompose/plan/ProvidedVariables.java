package dev.jcompose.plan;

import dev.jcompose.model.Model;
import dev.jcompose.model.ModelUse;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import dev.jcompose.source.Position;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts what providers and models tell of themselves into the environment of the services that need them. */
public final class ProvidedVariables {
    private static final Origin PROVIDED = Origin.at(new Position("<provider>", 1, 1));

    private ProvidedVariables() {
    }

    /**
     * The project whose services have the variables.
     *
     * @param byProvider
     *            name and value, as dependents get them, by the providing service
     * @param modelEndpoint
     *            where models answer; empty where none was asked
     */
    public static Project into(Project project, Map<String, Map<String, String>> byProvider, String modelEndpoint) {
        Map<String, Service> services = new LinkedHashMap<>(project.services());
        services.replaceAll((name, service) -> {
            Map<String, String> variables = new TreeMap<>();
            service.dependsOn().keySet()
                    .forEach(dependency -> variables.putAll(byProvider.getOrDefault(dependency, Map.of())));
            if (!modelEndpoint.isEmpty()) {
                service.models().forEach((key, use) -> variables.putAll(ofModel(project, key, use, modelEndpoint)));
            }
            return variables.isEmpty() ? service : with(service, variables);
        });
        return project.withServices(services);
    }

    /** Whether a service's environment may get such variables. */
    static boolean mayReach(Project project, Service service) {
        return !service.models().isEmpty() || service.dependsOn().keySet().stream()
                .anyMatch(name -> project.service(name).map(other -> other.provider() != null).orElse(false));
    }

    private static Map<String, String> ofModel(Project project, String key, ModelUse use, String endpoint) {
        Map<String, String> variables = new TreeMap<>();
        String prefix = key.toUpperCase(Locale.ROOT).replace('-', '_');
        Model found = project.models().get(key);
        String model = found == null ? "" : found.model();
        variables.put(use.modelVar() == null ? prefix + "_MODEL" : use.modelVar(), model);
        variables.put(use.endpointVar() == null ? prefix + "_URL" : use.endpointVar(), endpoint);
        return variables;
    }

    private static Service with(Service service, Map<String, String> variables) {
        Mapping environment = Mapping.empty(PROVIDED);
        Node own = service.canonical().get("environment");
        if (own instanceof Mapping mapping) {
            environment = mapping;
        } else if (own instanceof Sequence || own instanceof Scalar) {
            for (String name : service.process().environment().keySet()) {
                environment = environment.with(name,
                        Scalar.of(service.process().environment().get(name), own.origin()));
            }
        }
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            environment = environment.with(variable.getKey(), Scalar.string(variable.getValue(), PROVIDED));
        }
        return Service.decode(service.name(), service.canonical().with("environment", environment));
    }
}
