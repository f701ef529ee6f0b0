package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which services of a canonical tree take part: those whose profiles are active, or those asked for with all that
 * they depend on.
 *
 * @param tree
 *            with the services that take part
 * @param disabled
 *            the other services, by name
 */
record Selection(Mapping tree, Mapping disabled) {

    /** Splits services by profile. */
    static Selection ofProfiles(Mapping tree, List<String> profiles) {
        return new Selection(tree, Mapping.empty(tree.origin())).split(profiles);
    }

    /**
     * Only the services of these names and those that they depend on; asking for a service activates its profiles.
     *
     * @param names
     *            empty for all
     * @param problems
     *            told if there is no such service, or a dependency is not active
     */
    Selection of(List<String> names, List<String> profiles, Problems problems) {
        if (names.isEmpty()) {
            return this;
        }
        List<String> active = new ArrayList<>(profiles);
        for (String name : names) {
            if (disabled.get(name) instanceof Mapping service) {
                active.addAll(profilesOf(service));
            }
        }
        return split(active).only(names, problems);
    }

    /** The tree without networks, volumes, configs, secrets and models that no service uses. */
    Selection withoutUnused() {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        for (String section : List.of("networks", "volumes", "secrets", "configs", "models")) {
            used.put(section, new LinkedHashSet<>());
        }
        for (Mapping.Entry entry : services().entries().values()) {
            if (entry.value() instanceof Mapping service) {
                used.forEach((section, names) -> addReferences(service.get(section), names));
                if (service.get("build") instanceof Mapping build) {
                    addReferences(build.get("secrets"), used.getOrDefault("secrets", Set.of()));
                }
            }
        }
        Mapping kept = tree;
        for (Map.Entry<String, Set<String>> each : used.entrySet()) {
            if (tree.get(each.getKey()) instanceof Mapping section) {
                Map<String, Mapping.Entry> entries = new LinkedHashMap<>(section.entries());
                entries.keySet().retainAll(each.getValue());
                kept = entries.isEmpty()
                        ? kept.without(each.getKey())
                        : kept.with(each.getKey(), section.withEntries(entries));
            }
        }
        return new Selection(kept, disabled);
    }

    private static void addReferences(@Nullable Node references, Set<String> names) {
        if (references instanceof Mapping mapping) {
            names.addAll(mapping.keys());
        } else if (references instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof Mapping reference && reference.get("source") instanceof Scalar source
                        && !(reference.get("type") instanceof Scalar type && !type.text().equals("volume"))) {
                    names.add(source.text());
                }
            }
        }
    }

    private Selection split(List<String> profiles) {
        Map<String, Mapping.Entry> enabled = new LinkedHashMap<>();
        Map<String, Mapping.Entry> others = new LinkedHashMap<>();
        Map<String, Mapping.Entry> all = new LinkedHashMap<>(services().entries());
        disabled.entries().forEach(all::putIfAbsent);
        all.forEach((name, entry) -> {
            List<String> own = entry.value() instanceof Mapping service ? profilesOf(service) : List.of();
            boolean active = own.isEmpty() || profiles.contains("*") || own.stream().anyMatch(profiles::contains);
            (active ? enabled : others).put(name, entry);
        });
        return with(enabled, others);
    }

    private Selection only(List<String> names, Problems problems) {
        Set<String> wanted = new LinkedHashSet<>();
        List<String> unknown = names.stream().filter(name -> services().get(name) == null).toList();
        if (!unknown.isEmpty()) {
            problems.add(Problem.error(Position.NOWHERE, YamlPath.ROOT, "no such service: "
                    + String.join(", ", unknown), "defined: " + String.join(", ", services().keys())));
        }
        names.forEach(name -> require(name, wanted, problems));
        Map<String, Mapping.Entry> enabled = new LinkedHashMap<>();
        Map<String, Mapping.Entry> others = new LinkedHashMap<>(disabled.entries());
        services().entries().forEach((name, entry) -> {
            if (!wanted.contains(name)) {
                others.put(name, entry);
            } else if (entry.value() instanceof Mapping service) {
                enabled.put(name, new Mapping.Entry(entry.keyPosition(), independent(service, wanted)));
            }
        });
        return with(enabled, others);
    }

    private void require(String name, Set<String> wanted, Problems problems) {
        List<String> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (wanted.add(next) && services().get(next) instanceof Mapping service
                    && service.get("depends_on") instanceof Mapping dependencies) {
                dependencies.entries().forEach((dependency, entry) -> {
                    if (services().get(dependency) != null) {
                        open.add(dependency);
                    } else if (isRequired(entry.value())) {
                        problems.add(missing(next, dependency, entry));
                    }
                });
            }
        }
    }

    private Problem missing(String name, String dependency, Mapping.Entry entry) {
        YamlPath path = YamlPath.of("services", name, "depends_on", dependency);
        return disabled.get(dependency) instanceof Mapping service
                ? Problem.error(entry.keyPosition(), path, "required, but not active", "activate it with "
                        + profilesOf(service).stream().map(each -> "--profile " + each).collect(
                                Collectors.joining(" or ")))
                : Problem.error(entry.keyPosition(), path, "no such service",
                        "defined: " + String.join(", ", services().keys()));
    }

    private static boolean isRequired(Node dependency) {
        return !(dependency instanceof Mapping mapping && mapping.get("required") instanceof Scalar required
                && String.valueOf(required.value()).equals("false"));
    }

    private static Mapping independent(Mapping service, Set<String> wanted) {
        if (!(service.get("depends_on") instanceof Mapping dependencies)
                || wanted.containsAll(dependencies.keys())) {
            return service;
        }
        Map<String, Mapping.Entry> kept = new LinkedHashMap<>(dependencies.entries());
        kept.keySet().retainAll(wanted);
        return kept.isEmpty()
                ? service.without("depends_on")
                : service.with("depends_on", dependencies.withEntries(kept));
    }

    private static List<String> profilesOf(Mapping service) {
        return service.get("profiles") instanceof Sequence profiles
                ? profiles.items().stream().filter(Scalar.class::isInstance).map(each -> ((Scalar) each).text())
                        .toList()
                : List.of();
    }

    private Mapping services() {
        return tree.get("services") instanceof Mapping services ? services : Mapping.empty(tree.origin());
    }

    private Selection with(Map<String, Mapping.Entry> enabled, Map<String, Mapping.Entry> others) {
        Origin origin = services().origin();
        return new Selection(
                tree.get("services") == null ? tree : tree.with("services", services().withEntries(enabled)),
                Mapping.of(others, origin));
    }
}
