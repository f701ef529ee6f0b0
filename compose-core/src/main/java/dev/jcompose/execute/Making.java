package dev.jcompose.execute;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.Labels;
import dev.jcompose.model.Namespaces;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.ContainerRef;
import dev.jcompose.plan.LateParts;
import dev.jcompose.plan.ServiceHash;
import dev.jcompose.source.ComposeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes containers: puts in what is known only now. */
final class Making {
    private static final String SERVICE = "service:";
    private static final String CONTAINER = "container:";

    private final Engine engine;
    private final UnderWay underWay;
    private final ContainerProxies proxies;

    Making(Engine engine, UnderWay underWay, Map<String, String> environment) {
        this.engine = engine;
        this.underWay = underWay;
        this.proxies = new ContainerProxies(environment, engine.address());
    }

    /** Gives the engine's warnings. */
    List<String> create(Action.CreateContainer create) {
        if (!create.late().refusals().isEmpty()) {
            throw new RefusedException(create.late().refusals());
        }
        Map<String, String> ids = parents(create.late());
        ContainerSpec spec = create.spec();
        Map<String, String> labels = new LinkedHashMap<>(spec.labels());
        labels.put(Labels.CONFIG_HASH, ServiceHash.of(create.late().hashed(), ids));
        return underWay.create(whole(spec.withLabels(labels), ids));
    }

    /** Makes the container of a hook, and gives its id. */
    String create(Action.RunPreStart run) {
        return engine.containers()
                .create(whole(run.spec(), parents(run.late())).withVolumesFrom(List.of(idOf(run.replica()))))
                .id();
    }

    private Map<String, String> parents(LateParts late) {
        Map<String, String> ids = new LinkedHashMap<>();
        late.parents().forEach((service, parent) -> ids.put(service, idOf(parent)));
        return ids;
    }

    private ContainerSpec whole(ContainerSpec spec, Map<String, String> ids) {
        Namespaces namespaces = spec.namespaces().with(resolve(spec.namespaces().ipc(), ids),
                resolve(spec.namespaces().pid(), ids));
        ContainerSpec.Connections connections = spec.connections();
        String mode = resolve(connections.mode(), ids);
        return new ContainerSpec(spec.name(), spec.image(), spec.platform(), spec.labels(),
                SeccompProfile.in(spec.service(), spec.labels().getOrDefault(Labels.WORKING_DIR, "")),
                proxies.below(spec.environment()), spec.streams(),
                new ContainerSpec.Connections(mode == null ? connections.mode() : mode, connections.attachments(),
                        connections.links()),
                spec.mounts(), spec.volumesFrom().stream().map(from -> volumesFrom(from, ids)).toList(), namespaces,
                spec.autoRemove());
    }

    private String idOf(ContainerRef container) {
        String id = container.id();
        return id == null ? engine.containers().inspect(container.name()).id() : id;
    }

    private static @Nullable String resolve(@Nullable String mode, Map<String, String> ids) {
        if (mode == null || !mode.startsWith(SERVICE)) {
            return mode;
        }
        String id = ids.get(mode.substring(SERVICE.length()));
        return id == null ? mode : "container:" + id;
    }

    /** The access mode is left out: docker compose loses it, and its containers and ours are to be alike. */
    private static String volumesFrom(String from, Map<String, String> ids) {
        if (from.startsWith(CONTAINER)) {
            return from.substring(CONTAINER.length()).replaceFirst(":.*", "");
        }
        String service = from.replaceFirst(":.*", "");
        return ids.getOrDefault(service, service);
    }

    /** A container asks for what no single engine can give. */
    static final class RefusedException extends ComposeException {
        private static final long serialVersionUID = 1L;

        RefusedException(List<String> reasons) {
            super(String.join("; ", reasons));
        }
    }
}
