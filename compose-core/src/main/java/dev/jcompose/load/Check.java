package dev.jcompose.load;

import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Mapping;
import java.util.Map;
import java.util.Set;

/** Finds what contradicts itself or refers to nothing in a project whose services were chosen by profile. */
public final class Check {
    private Check() {
    }

    /**
     * Reports on a project.
     *
     * @param project
     *            the canonical tree with the active services only, but all networks, volumes, configs and secrets
     * @param disabled
     *            the services that no active profile has, by name
     * @param implied
     *            whether what links, shared namespaces and volumes_from refer to counts as a dependency
     */
    public static void run(Mapping project, Mapping disabled, boolean implied, Problems problems) {
        Site services = Site.root(problems).key("services");
        Map<String, Mapping.Entry> active = Tree.entries(project.get("services"));
        ReferenceCheck references = new ReferenceCheck(project, disabled, implied);
        active.forEach((name, entry) -> {
            if (entry.value() instanceof Mapping service) {
                Site at = services.key(name);
                references.check(service, at);
                ServiceCheck.of(service, entry.keyPosition(), at);
                LimitCheck.of(service, at);
                MountCheck.of(service, at);
            }
        });
        secrets(project, problems);
        CycleCheck.of(active, services);
    }

    /** Reports containers that would have the same name. */
    public static void containerNames(Mapping project, Problems problems) {
        ContainerNameCheck.of(Tree.entries(project.get("services")), Site.root(problems).key("services"));
    }

    private static void secrets(Mapping project, Problems problems) {
        Set<String> sources = Set.of("file", "environment");
        Tree.entries(project.get("secrets")).forEach((name, entry) -> {
            boolean held = entry.value() instanceof Mapping secret && (Tree.isTrue(secret.get("external"))
                    || sources.stream().anyMatch(source -> !Tree.text(secret.get(source)).isEmpty()));
            if (!held) {
                Site.root(problems).key("secrets").key(name).error(Tree.at(entry.keyPosition()),
                        "does not say what it holds", "add file or environment");
            }
        });
    }
}
