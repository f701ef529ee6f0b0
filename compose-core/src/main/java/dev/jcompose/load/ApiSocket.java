package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code use_api_socket} stands for: the engine's socket is mounted, and the user's credentials for registries are
 * copied in as a config of their own. {@code config} prints it as it is written.
 */
final class ApiSocket {
    /** The key of the config that the credentials are; no file can have such a one. */
    private static final String CREDENTIALS = "#apisocket";
    private static final String SOCKET = "/var/run/docker.sock";
    private static final String FOLDER = "/run/secrets/docker";
    private static final String VARIABLE = "DOCKER_CONFIG";

    private ApiSocket() {
    }

    /** A project's tree with it put in its words. */
    static Mapping spelledOut(Mapping tree) {
        if (!(tree.get("services") instanceof Mapping services)) {
            return tree;
        }
        Map<String, Mapping.Entry> all = new LinkedHashMap<>(services.entries());
        @Nullable
        Origin origin = null;
        for (Map.Entry<String, Mapping.Entry> each : all.entrySet()) {
            if (each.getValue().value() instanceof Mapping service && Tree.isTrue(service.get("use_api_socket"))) {
                origin = Tree.at(service.keyPosition("use_api_socket")).origin();
                each.setValue(new Mapping.Entry(each.getValue().keyPosition(), service(service, origin)));
            }
        }
        if (origin == null) {
            return tree;
        }
        Mapping configs = tree.get("configs") instanceof Mapping written ? written : Mapping.empty(origin);
        return tree.with("services", services.withEntries(all)).with("configs",
                configs.with(CREDENTIALS, Mapping.empty(origin)));
    }

    private static Mapping service(Mapping service, Origin origin) {
        Mapping environment = service.get("environment") instanceof Mapping written ? written : Mapping.empty(origin);
        Mapping socket = Mapping.empty(origin).with("type", Scalar.string("bind", origin))
                .with("source", Scalar.string(SOCKET, origin)).with("target", Scalar.string(SOCKET, origin));
        Mapping credentials = Mapping.empty(origin).with("source", Scalar.string(CREDENTIALS, origin)).with("target",
                Scalar.string(FOLDER + "/config.json", origin));
        return service.with("volumes", more(service.get("volumes"), socket, origin))
                .with("configs", more(service.get("configs"), credentials, origin))
                .with("environment", environment.keys().contains(VARIABLE)
                        ? environment
                        : environment.with(VARIABLE, Scalar.string(FOLDER, origin)));
    }

    private static Sequence more(@Nullable Node list, Node item, Origin origin) {
        List<Node> items = new ArrayList<>(Tree.items(list));
        items.add(item);
        return Sequence.of(items, list == null ? origin : list.origin());
    }
}
