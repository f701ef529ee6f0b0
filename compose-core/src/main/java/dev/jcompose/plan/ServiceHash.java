package dev.jcompose.plan;

import dev.jcompose.config.ConfigHash;
import dev.jcompose.model.Service;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The config hash of a container, in which references to services have become container ids. */
public final class ServiceHash {
    private static final String SERVICE = "service:";
    private static final String CONTAINER = "container:";

    private ServiceHash() {
    }

    /** The same without what providers and models tell of themselves: as the file has it. */
    static String ofFile(UpDraft draft, Service service) {
        Node written = draft.project.canonical().at(YamlPath.of("services", service.name()));
        return of(written instanceof Mapping mapping ? mapping : service.canonical(), Map.of());
    }

    /** Of a container as it would be made now; a parent that does not exist yet stands for itself. */
    static String of(UpDraft draft, Service service) {
        Map<String, String> ids = new HashMap<>();
        for (String parent : SharedNamespaces.parentsOf(service)) {
            for (PlannedContainer container : draft.planned(parent)) {
                String id = container.ref().id();
                if (id != null) {
                    ids.putIfAbsent(parent, id);
                }
            }
        }
        return of(service.canonical(), ids);
    }

    /**
     * Digest of a service's canonical subtree.
     *
     * @param ids
     *            by service, the id that is to stand in place of a reference to it
     * @return 64 hexadecimal digits
     */
    public static String of(Mapping canonical, Map<String, String> ids) {
        Mapping resolved = canonical;
        for (String mode : List.of("network_mode", "ipc", "pid")) {
            Node value = resolved.get(mode);
            if (value instanceof Scalar scalar && scalar.text().startsWith(SERVICE)) {
                String id = ids.get(scalar.text().substring(SERVICE.length()));
                if (id != null) {
                    resolved = resolved.with(mode, Scalar.string("container:" + id, scalar.origin()));
                }
            }
        }
        if (resolved.get("volumes_from") instanceof Sequence sequence) {
            List<Node> items = new ArrayList<>();
            for (Node item : sequence.items()) {
                String id = item instanceof Scalar scalar ? idOf(scalar.text(), ids) : null;
                items.add(id == null ? item : Scalar.string(id, item.origin()));
            }
            resolved = resolved.with("volumes_from", sequence.withItems(items));
        }
        return ConfigHash.service(resolved);
    }

    /** Without the access mode, which docker compose loses on its way. */
    private static @Nullable String idOf(String from, Map<String, String> ids) {
        if (from.startsWith(CONTAINER)) {
            return from.substring(CONTAINER.length()).replaceFirst(":.*", "");
        }
        int colon = from.indexOf(':');
        return ids.get(colon < 0 ? from : from.substring(0, colon));
    }
}
