package dev.jcompose.load;

import dev.jcompose.source.Position;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.util.List;
import java.util.Set;

/** Finds attributes of one service that contradict each other. */
final class ServiceCheck {
    private static final Set<String> TESTS = Set.of("CMD", "CMD-SHELL", "NONE");
    private static final Set<String> WITHOUT_TARGET = Set.of("rebuild", "restart");

    private final Mapping service;
    private final Position key;
    private final Site at;

    private ServiceCheck(Mapping service, Position key, Site at) {
        this.service = service;
        this.key = key;
        this.at = at;
    }

    static void of(Mapping service, Position key, Site at) {
        ServiceCheck check = new ServiceCheck(service, key, at);
        check.image();
        check.build();
        check.networks();
        check.healthcheck();
        check.watches();
    }

    private void image() {
        boolean container = !Tree.text(service.get("image")).isEmpty() || service.get("build") instanceof Mapping
                || service.get("provider") instanceof Mapping;
        if (!container) {
            at.error(Tree.at(key), "neither image nor build", "add one of them");
        }
    }

    private void build() {
        if (!(service.get("build") instanceof Mapping build)) {
            return;
        }
        Node inline = build.get("dockerfile_inline");
        if (inline != null && !Tree.text(inline).isEmpty() && build.get("dockerfile") instanceof Scalar file
                && !file.text().isEmpty()) {
            at.key("build").key("dockerfile_inline").error(inline, "excludes dockerfile, at " + file.position(),
                    "keep one of them");
        }
        List<String> platforms = Tree.items(build.get("platforms")).stream().map(Tree::text).toList();
        if (service.get("platform") instanceof Scalar platform && !platform.text().isEmpty() && !platforms.isEmpty()
                && !platforms.contains(platform.text())) {
            at.key("platform").error(platform, "'" + platform.text() + "' is not among build.platforms, at "
                    + build.keyPosition("platforms"),
                    "built for: " + String.join(", ", platforms));
        }
    }

    private void networks() {
        if (service.get("network_mode") instanceof Scalar mode && !mode.text().isEmpty()
                && !Tree.entries(service.get("networks")).isEmpty()) {
            at.key("network_mode").error(mode, "excludes networks, at " + service.keyPosition("networks"),
                    "keep one of them");
        }
    }

    private void healthcheck() {
        List<Node> test = Tree.items(Tree.get(service, "healthcheck", "test"));
        if (!test.isEmpty() && !TESTS.contains(Tree.text(test.getFirst()))) {
            at.key("healthcheck").key("test").error(test.getFirst(),
                    "a test begins with CMD, CMD-SHELL or NONE, not '" + Tree.text(test.getFirst()) + "'",
                    "put CMD first, or write the test as one text");
        }
    }

    private void watches() {
        List<Node> triggers = Tree.items(Tree.get(service, "develop", "watch"));
        for (int i = 0; i < triggers.size(); i++) {
            Node trigger = triggers.get(i);
            String action = Tree.text(Tree.get(trigger, "action"));
            if (Tree.text(Tree.get(trigger, "target")).isEmpty() && !WITHOUT_TARGET.contains(action)) {
                at.key("develop").key("watch").index(i).error(trigger, "action " + action + " needs a target",
                        "add target, a path in the container");
            }
        }
    }
}
