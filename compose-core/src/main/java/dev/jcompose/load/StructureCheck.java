package dev.jcompose.load;

import dev.jcompose.source.Problems;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds attributes of the merged tree that exclude each other, or that lack what they need. */
public final class StructureCheck {
    private final Mapping tree;
    private final Site root;

    private StructureCheck(Mapping tree, Problems problems) {
        this.tree = tree;
        this.root = Site.root(problems);
    }

    /** Reports on the merged tree, before paths are resolved. */
    public static void of(Mapping tree, Problems problems) {
        StructureCheck check = new StructureCheck(tree, problems);
        check.external("volumes");
        check.source("configs", "file", "environment", "content");
        check.source("secrets", "file", "environment");
        check.services();
    }

    private void external(String kind) {
        Tree.entries(tree.get(kind)).forEach((name, entry) -> {
            if (!(entry.value() instanceof Mapping resource) || !Tree.isTrue(resource.get("external"))) {
                return;
            }
            for (String key : resource.keys()) {
                if (!key.equals("name") && !key.equals("external") && !key.startsWith("x-")) {
                    root.key(kind).key(name).key(key).error(Tree.at(resource.keyPosition(key)),
                            "not allowed with external: true", "remove it, or remove external");
                }
            }
        });
    }

    private void source(String kind, String... sources) {
        Tree.entries(tree.get(kind)).forEach((name, entry) -> {
            Mapping resource = entry.value() instanceof Mapping mapping
                    ? mapping
                    : Mapping.empty(entry.value().origin());
            List<String> given = new ArrayList<>();
            for (String source : sources) {
                if (resource.keys().contains(source)) {
                    given.add(source);
                }
            }
            Site at = root.key(kind).key(name);
            if (given.size() > 1) {
                at.error(Tree.at(resource.keyPosition(given.get(1))), "has " + String.join(" and ", given),
                        "keep one of them");
            } else if (given.isEmpty() && !resource.keys().contains("driver")
                    && !resource.keys().contains("external")) {
                at.error(Tree.at(entry.keyPosition()), "does not say what it holds",
                        "add one of " + String.join(", ", sources));
            }
        });
    }

    private void services() {
        Tree.entries(tree.get("services")).forEach((name, entry) -> {
            if (entry.value() instanceof Mapping service) {
                Site at = root.key("services").key(name);
                ItemCheck.of(service, at);
                ports(service, at);
                watches(service, at);
                devices(service.get("gpus"), at.key("gpus"));
                @Nullable
                Node deploy = service.get("deploy");
                devices(Tree.get(deploy, "resources", "reservations", "devices"),
                        at.key("deploy").key("resources").key("reservations").key("devices"));
            }
        });
    }

    private static void ports(Mapping service, Site at) {
        List<Node> ports = Tree.items(service.get("ports"));
        for (int i = 0; i < ports.size(); i++) {
            if (Tree.get(ports.get(i), "host_ip") instanceof Scalar address && !IpAddress.isValid(address.text())) {
                at.key("ports").index(i).key("host_ip").error(address, "'" + address.text() + "' is not an IP address",
                        "write an address such as 127.0.0.1");
            }
        }
    }

    private static void watches(Mapping service, Site at) {
        List<Node> triggers = Tree.items(Tree.get(service, "develop", "watch"));
        for (int i = 0; i < triggers.size(); i++) {
            if (Tree.get(triggers.get(i), "path") instanceof Scalar path && path.text().isEmpty()) {
                at.key("develop").key("watch").index(i).key("path").error(path, "empty path", "name a file or folder");
            }
        }
    }

    private static void devices(@Nullable Node node, Site at) {
        if (!(node instanceof Sequence requests)) {
            return;
        }
        for (int i = 0; i < requests.items().size(); i++) {
            if (requests.items().get(i) instanceof Mapping request && request.keys().contains("count")
                    && request.keys().contains("device_ids")) {
                at.index(i).error(Tree.at(request.keyPosition("device_ids")), "has count and device_ids",
                        "keep one of them");
            }
        }
    }
}
