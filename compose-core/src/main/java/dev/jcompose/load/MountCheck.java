package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds targets in a container that more than one mount is for. */
final class MountCheck {
    private MountCheck() {
    }

    static void of(Mapping service, Site at) {
        Map<String, Node> mounted = new HashMap<>();
        List<Node> tmpfs = Tree.items(service.get("tmpfs"));
        for (int i = 0; i < tmpfs.size(); i++) {
            mount(Tree.text(tmpfs.get(i)).split(":", 2)[0], tmpfs.get(i), at.key("tmpfs").index(i), mounted);
        }
        List<Node> volumes = Tree.items(service.get("volumes"));
        for (int i = 0; i < volumes.size(); i++) {
            if (Tree.get(volumes.get(i), "target") instanceof Scalar target) {
                mount(target.text(), volumes.get(i), at.key("volumes").index(i), mounted);
            }
        }
    }

    private static void mount(String target, Node mount, Site at, Map<String, Node> mounted) {
        Node before = mounted.putIfAbsent(target, mount);
        if (before != null) {
            at.error(mount, target + " is mounted already, at " + before.position(), "remove one of the two");
        }
    }
}
