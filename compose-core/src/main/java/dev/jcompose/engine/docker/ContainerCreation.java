package dev.jcompose.engine.docker;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.ContainerSpec.Attachment;
import dev.jcompose.engine.Containers.Created;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Execs.TerminalSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /containers/create}. The body is put together from one class per concern, each with the API's field names.
 */
final class ContainerCreation {
    /** Seconds; where it is not told, Podman kills at once. */
    private static final int USUAL_STOP_TIMEOUT = 10;
    /** From here on a terminal can be given its size before anything runs at it. */
    private static final int SIZED_TERMINALS = 42;
    /** From here on a container can be created on several networks at once. */
    private static final int SEVERAL_NETWORKS = 44;

    private final Api api;

    ContainerCreation(Api api) {
        this.api = api;
    }

    Created create(ContainerSpec spec) {
        Operation operation = Operation.container("create", spec.name() == null ? spec.image() : spec.name());
        ApiVersion version = api.version(operation);
        requireSupport(operation, spec, version);
        Query query = Query.of("/containers/create").with("name", spec.name()).with("platform", spec.platform());
        Map<String, @Nullable Object> body = new LinkedHashMap<>(body(spec, version));
        if (api.isPodman()) {
            body.putIfAbsent("StopTimeout", USUAL_STOP_TIMEOUT);
        }
        Tree answer = api.post(operation, query, body);
        Created created = new Created(answer.text("Id"), answer.texts("Warnings"));
        List<Attachment> attachments = spec.connections().attachments();
        if (!version.atLeast(SEVERAL_NETWORKS) && attachments.size() > 1) {
            connect(created.id(), attachments.subList(1, attachments.size()), version);
        }
        return created;
    }

    /** The body; as a value, so that tests can look at it. */
    static Map<String, @Nullable Object> body(ContainerSpec spec, ApiVersion version) {
        JsonObject config = new JsonObject().put("Image", spec.image()).put("Labels", spec.labels());
        JsonObject host = new JsonObject().flag("AutoRemove", spec.autoRemove())
                .put("Annotations", spec.service().metadata().annotations());
        ProcessMapping.write(spec, config, host);
        TerminalSize size = spec.streams().size();
        if (size != null && version.atLeast(SIZED_TERMINALS)) {
            host.put("ConsoleSize", List.of(size.rows(), size.columns()));
        }
        NetworkingMapping.write(spec, version, config, host);
        MountsMapping.write(spec, host);
        ResourcesMapping.write(spec.service(), host);
        DevicesMapping.write(spec.service(), host);
        SecurityMapping.write(spec, host);
        LifecycleMapping.write(spec.service(), config, host);
        HealthMapping.write(spec.service().healthCheck(), config);
        config.always("HostConfig", host.fields());
        List<Attachment> attachments = spec.connections().attachments();
        if (!attachments.isEmpty()) {
            config.put("NetworkingConfig", Map.of("EndpointsConfig", endpoints(attachments, version)));
        }
        return config.fields();
    }

    private static Map<String, Object> endpoints(List<Attachment> attachments, ApiVersion version) {
        Map<String, Object> endpoints = new LinkedHashMap<>();
        int count = version.atLeast(SEVERAL_NETWORKS) ? attachments.size() : 1;
        for (Attachment attachment : attachments.subList(0, count)) {
            endpoints.put(attachment.network(), EndpointMapping.body(attachment.endpoint(), version));
        }
        return endpoints;
    }

    /** A container that could not be connected is taken away again: half of one would be found and used. */
    private void connect(String id, List<Attachment> attachments, ApiVersion version) {
        try {
            for (Attachment attachment : attachments) {
                Operation operation = Operation.network("connect", attachment.network());
                api.send(operation, Query.of("/networks/" + Query.part(attachment.network()) + "/connect"),
                        new JsonObject().put("Container", id)
                                .always("EndpointConfig", EndpointMapping.body(attachment.endpoint(), version))
                                .fields());
            }
        } catch (EngineException e) {
            try {
                api.delete(Operation.container("remove", id), DockerContainers.path(id, "").flag("force", true));
            } catch (EngineException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    private void requireSupport(Operation operation, ContainerSpec spec, ApiVersion version) {
        if (!version.atLeast(44) && spec.service().healthCheck() != null
                && spec.service().healthCheck().startInterval() != null) {
            throw api.failures().unsupported(operation, "healthcheck.start_interval", 44);
        }
        if (!version.atLeast(49) && spec.connections().attachments().stream()
                .anyMatch(attachment -> attachment.endpoint().interfaceName() != null)) {
            throw api.failures().unsupported(operation, "networks.*.interface_name", 49);
        }
        if (!version.atLeast(48)
                && spec.mounts().stream().anyMatch(mount -> mount.type() == dev.jcompose.model.Mount.Type.IMAGE)) {
            throw api.failures().unsupported(operation, "a volume of type image", 48);
        }
    }
}
