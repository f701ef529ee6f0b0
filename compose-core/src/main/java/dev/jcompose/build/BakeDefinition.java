package dev.jcompose.build;

import dev.jcompose.json.JsonWriter;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.BuildTarget;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code docker buildx bake} is given: a definition of all targets at once, so that they share what they have in
 * common and those that build upon one another are put in order.
 *
 * @param text
 *            the definition: JSON, as {@code build --print} shows it
 * @param services
 *            the service of each target, by the target's name in the definition
 * @param allowances
 *            what the definition needs to be allowed: values of {@code --allow}
 * @param environment
 *            variables that the definition refers to: secrets that are not files
 */
public record BakeDefinition(String text, Map<String, String> services, Set<String> allowances,
        Map<String, String> environment) {
    public BakeDefinition {
        services = Ordered.copyOf(services);
        allowances = Ordered.setOf(allowances);
        environment = Map.copyOf(environment);
    }

    /**
     * Writes the definition. Nothing is read or looked up but the project's own environment.
     *
     * @param targets
     *            those that others are built upon come first
     * @throws dev.jcompose.source.InvalidProjectException
     *             if a target asks for something that there is not, such as a secret
     */
    public static BakeDefinition of(Project project, List<BuildTarget> targets, BuildOptions options) {
        Map<String, String> names = names(targets);
        Map<String, Object> definitions = new LinkedHashMap<>();
        Set<String> allowances = new LinkedHashSet<>();
        Map<String, String> environment = new LinkedHashMap<>();
        for (BuildTarget target : targets) {
            BakeTarget made = new BakeTarget(project, target, options, names);
            definitions.put(names.getOrDefault(target.service().name(), ""), made.definition());
            allowances.addAll(made.allowances());
            environment.putAll(made.environment());
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("group", Map.of("default", Map.of("targets", List.copyOf(names.values()))));
        root.put("target", definitions);
        Map<String, String> services = new LinkedHashMap<>();
        names.forEach((service, name) -> services.put(name, service));
        return new BakeDefinition(JsonWriter.write(root), services, allowances, environment);
    }

    /** Names of targets by service: dots are not allowed in them. */
    private static Map<String, String> names(List<BuildTarget> targets) {
        Map<String, String> names = new LinkedHashMap<>();
        for (BuildTarget target : targets) {
            String plain = target.service().name().replace('.', '_');
            String name = plain;
            for (int i = 2; names.containsValue(name); i++) {
                name = plain + "_" + i;
            }
            names.put(target.service().name(), name);
        }
        return names;
    }
}
