package dev.jcompose.plan;

import dev.jcompose.model.Service;
import dev.jcompose.source.Problem;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes that nothing is made of: said when containers of the service are made, so that nobody relies on them. */
final class UnheededAttributes {
    private static final String SWARM = "has no effect: it is for swarms, and one engine runs this project";
    private static final List<List<String>> FOR_SWARMS = List.of(List.of("deploy", "endpoint_mode"),
            List.of("deploy", "labels"), List.of("deploy", "update_config"), List.of("deploy", "rollback_config"),
            List.of("deploy", "placement"), List.of("deploy", "restart_policy", "delay"),
            List.of("deploy", "restart_policy", "window"), List.of("deploy", "resources", "reservations", "cpus"),
            List.of("deploy", "resources", "reservations", "generic_resources"));

    private UnheededAttributes() {
    }

    static void of(UpDraft draft, Service service) {
        for (List<String> keys : FOR_SWARMS) {
            tell(draft, service, keys, SWARM);
        }
        if (service.deploy() != null && "global".equals(service.deploy().mode())) {
            tell(draft, service, List.of("deploy", "mode"), SWARM);
        }
        tell(draft, service, List.of("credential_spec"), "has no effect: no container is told of it");
        tell(draft, service, List.of("pull_refresh_after"), "has no effect: pull_policy says when to pull");
    }

    private static void tell(UpDraft draft, Service service, List<String> keys, String message) {
        @Nullable
        Node node = service.canonical();
        YamlPath path = YamlPath.of("services", service.name());
        for (String key : keys) {
            node = node instanceof Mapping mapping ? mapping.get(key) : null;
            path = path.key(key);
        }
        if (node != null) {
            draft.plan.notice(Problem.warning(draft.project.position(path), path, message, "remove it").toString());
        }
    }
}
