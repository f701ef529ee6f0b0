package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds names in a service that nothing in the project has. */
final class ReferenceCheck {
    private static final String NETWORK = "network_mode";

    private final Mapping project;
    private final Map<String, Mapping.Entry> services;
    private final Map<String, Mapping.Entry> disabled;
    private final boolean implied;

    ReferenceCheck(Mapping project, Mapping disabled, boolean implied) {
        this.implied = implied;
        this.project = project;
        this.services = Tree.entries(project.get("services"));
        this.disabled = disabled.entries();
    }

    void check(Mapping service, Site at) {
        Set<Position> references = new HashSet<>();
        services(ImpliedDependencies.shared(service.get(NETWORK)), at.key(NETWORK), references);
        if (implied) {
            services(ImpliedDependencies.links(service.entries()), at.key("links"), references);
            for (String namespace : ImpliedDependencies.NAMESPACES) {
                if (!namespace.equals(NETWORK)) {
                    services(ImpliedDependencies.shared(service.get(namespace)), at.key(namespace), references);
                }
            }
            services(ImpliedDependencies.volumes(service.entries()), at.key("volumes_from"), references);
        }
        dependencies(service, at.key("depends_on"), references);
        Tree.entries(service.get("networks"))
                .forEach((name, entry) -> exists("networks", "network", name, entry.keyPosition(), at.key("networks")));
        Tree.entries(service.get("models"))
                .forEach((name, entry) -> exists("models", "model", name, entry.keyPosition(), at.key("models")));
        volumes(service, at.key("volumes"));
        sources(service.get("configs"), "configs", "config", at.key("configs"));
        sources(service.get("secrets"), "secrets", "secret", at.key("secrets"));
        sources(Tree.get(service, "build", "secrets"), "secrets", "secret", at.key("build").key("secrets"));
        contexts(service, at.key("build").key("additional_contexts"));
    }

    private void services(Map<String, Scalar> references, Site at, Set<Position> told) {
        references.forEach((name, reference) -> {
            told.add(reference.position());
            if (!services.containsKey(name)) {
                missing(name, reference, at);
            }
        });
    }

    private void dependencies(Mapping service, Site at, Set<Position> told) {
        Tree.entries(service.get("depends_on")).forEach((name, entry) -> {
            boolean optional = Tree.get(entry.value(), "required") instanceof Scalar required
                    && Boolean.FALSE.equals(required.value());
            boolean there = services.containsKey(name) || (optional && disabled.containsKey(name));
            if (!there && !told.contains(entry.value().position())) {
                missing(name, Tree.at(entry.keyPosition()), at.key(name));
            }
        });
    }

    private void missing(String name, Node reference, Site at) {
        Mapping.Entry off = disabled.get(name);
        if (off == null) {
            at.error(reference, "no such service '" + name + "'", Known.hint(name, services.keySet()));
            return;
        }
        List<String> profiles = Tree.items(Tree.get(off.value(), "profiles")).stream().map(Tree::text).toList();
        at.error(reference, "service '" + name + "' is disabled",
                "enable a profile of it (" + String.join(", ", profiles) + "), or write required: false");
    }

    private void volumes(Mapping service, Site at) {
        List<Node> mounts = Tree.items(service.get("volumes"));
        for (int i = 0; i < mounts.size(); i++) {
            Node mount = mounts.get(i);
            if (Tree.text(Tree.get(mount, "type")).equals("volume")
                    && Tree.get(mount, "source") instanceof Scalar source
                    && !source.text().isEmpty()) {
                exists("volumes", "volume", source.text(), source.position(), at.index(i));
            }
        }
    }

    private void sources(@Nullable Node references, String section, String what, Site at) {
        List<Node> items = Tree.items(references);
        for (int i = 0; i < items.size(); i++) {
            if (Tree.get(items.get(i), "source") instanceof Scalar source) {
                exists(section, what, source.text(), source.position(), at.index(i));
            } else {
                at.index(i).error(items.get(i), "names no " + what, "add source, the name of one");
            }
        }
    }

    private void exists(String section, String what, String name, Position position, Site at) {
        Map<String, Mapping.Entry> defined = Tree.entries(project.get(section));
        if (name.equals(KeysForm.EXTENSIONS)) {
            at.error(Tree.at(position), "names that begin with x- are extensions", "rename the " + what);
        } else if (!defined.containsKey(name)) {
            at.error(Tree.at(position), "no such " + what + " '" + name + "'", defined.isEmpty()
                    ? "add it to the top-level " + section
                    : Known.hint(name, defined.keySet()));
        }
    }

    private void contexts(Mapping service, Site at) {
        Tree.entries(Tree.get(service, "build", "additional_contexts")).forEach((key, entry) -> {
            String context = Tree.text(entry.value());
            if (!context.startsWith("service:")) {
                return;
            }
            String name = context.substring("service:".length());
            Mapping.Entry target = services.get(name);
            if (target == null) {
                missing(name, entry.value(), at.key(key));
            } else if (Tree.get(target.value(), "build") == null) {
                at.key(key).error(entry.value(), "service '" + name + "' is not built", "name a service with build");
            }
        });
    }
}
