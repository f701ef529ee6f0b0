package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import org.jspecify.annotations.Nullable;

/** Finds numbers that a service gives twice and differently, once for itself and once under {@code deploy}. */
final class LimitCheck {
    private final Mapping service;
    private final Site at;

    private LimitCheck(Mapping service, Site at) {
        this.service = service;
        this.at = at;
    }

    static void of(Mapping service, Site at) {
        LimitCheck check = new LimitCheck(service, at);
        check.replicas();
        check.equal("cpus", "limits", "cpus");
        check.equal("mem_limit", "limits", "memory");
        check.equal("mem_reservation", "reservations", "memory");
        check.equal("pids_limit", "limits", "pids");
    }

    private void replicas() {
        @Nullable
        Node scale = number("scale");
        @Nullable
        Node replicas = Tree.get(service, "deploy", "replicas");
        if (scale != null && replicas instanceof Scalar && Tree.number(scale) != Tree.number(replicas)) {
            at.key("scale").error(scale, Tree.text(scale) + " but deploy.replicas is " + Tree.text(replicas)
                    + ", at " + replicas.position(),
                    "keep one of them");
        }
        if (scale != null && Tree.number(scale) < 0) {
            at.key("scale").error(scale, "less than 0", "write how many containers to run");
        }
        if (replicas != null && Tree.number(replicas) < 0) {
            at.key("deploy").key("replicas").error(replicas, "less than 0", "write how many containers to run");
        }
        @Nullable
        Node count = scale != null ? scale : replicas;
        @Nullable
        Node name = service.get("container_name");
        if (count != null && Tree.number(count) > 1 && name != null && !Tree.text(name).isEmpty()) {
            at.key("container_name").error(name, "one name for " + Tree.text(count)
                    + " containers, which " + (scale != null ? "scale" : "deploy.replicas") + " asks for at "
                    + count.position(),
                    "remove container_name, or run one container");
        }
    }

    private void equal(String attribute, String side, String limit) {
        @Nullable
        Node own = number(attribute);
        @Nullable
        Node limits = Tree.get(service, "deploy", "resources", side);
        if (own == null || Tree.number(own) == 0 || !(limits instanceof Mapping)) {
            return;
        }
        @Nullable
        Node other = Tree.get(limits, limit);
        if (Tree.number(own) != Tree.number(other)) {
            String path = "deploy.resources." + side + "." + limit;
            at.key(attribute).error(own, Tree.text(own) + " but " + path + " is "
                    + (other == null ? "not set" : Tree.text(other) + ", at " + other.position()),
                    "keep one of them, or make them equal");
        }
    }

    private @Nullable Node number(String attribute) {
        return service.get(attribute) instanceof Scalar scalar && !scalar.isNull() ? scalar : null;
    }
}
