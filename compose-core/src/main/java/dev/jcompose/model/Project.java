package dev.jcompose.model;

import dev.jcompose.source.Position;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.AttributePath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the files say, as values. Immutable.
 *
 * @param name
 *            as containers, networks and volumes are prefixed with
 * @param origin
 *            where it was loaded from and with what
 * @param services
 *            those that take part, in canonical order
 * @param disabledServices
 *            those left out because none of their profiles is active
 * @param canonical
 *            the tree that all of this is a view of
 */
public record Project(String name, ProjectOrigin origin, Map<String, Service> services,
        Map<String, Service> disabledServices, Map<String, Network> networks, Map<String, Volume> volumes,
        Map<String, Config> configs, Map<String, Secret> secrets, Map<String, Model> models, Mapping canonical) {
    public Project {
        services = Ordered.copyOf(services);
        disabledServices = Ordered.copyOf(disabledServices);
        networks = Ordered.copyOf(networks);
        volumes = Ordered.copyOf(volumes);
        configs = Ordered.copyOf(configs);
        secrets = Ordered.copyOf(secrets);
        models = Ordered.copyOf(models);
    }

    /**
     * Decodes a canonical tree: what {@code config --format json} prints, before dollar signs are doubled.
     *
     * @param canonical
     *            with active services only
     * @param disabled
     *            the canonical subtrees of services whose profiles are not active, by name
     * @throws dev.jcompose.source.InvalidProjectException
     *             if a value is of another type than the schema allows
     */
    public static Project decode(Mapping canonical, Mapping disabled, ProjectOrigin origin) {
        Attributes a = Attributes.of(canonical, YamlPath.ROOT);
        Map<String, Service> inactive = new java.util.LinkedHashMap<>();
        for (String name : disabled.keys()) {
            if (disabled.get(name) instanceof Mapping service) {
                inactive.put(name, service(name, service, origin));
            }
        }
        return new Project(a.string("name", ""), origin,
                a.named("services", (name, service) -> service(name, service.mapping(), origin)), inactive,
                a.named("networks", Network::decode), a.named("volumes", Volume::decode),
                a.named("configs", Config::decode), a.named("secrets", Secret::decode),
                a.named("models", Model::decode), canonical);
    }

    private static Service service(String name, Mapping canonical, ProjectOrigin origin) {
        return Service.decode(name, DefaultPlatform.given(canonical, origin.environment()));
    }

    /** The platform for which the image of a service is pulled; null for the engine's own. */
    public @Nullable String platformToPull(Service service) {
        String usual = DefaultPlatform.of(origin.environment());
        return service.platform() != null ? service.platform() : usual.isEmpty() ? null : usual;
    }

    /** The active service of that name. */
    public Optional<Service> service(String service) {
        return Optional.ofNullable(services.get(service));
    }

    /** The network under that key. */
    public Optional<Network> network(String key) {
        return Optional.ofNullable(networks.get(key));
    }

    /** The volume under that key. */
    public Optional<Volume> volume(String key) {
        return Optional.ofNullable(volumes.get(key));
    }

    /** Any attribute of the canonical tree, extensions included. */
    public Optional<Node> at(YamlPath path) {
        return Optional.ofNullable(canonical.at(path));
    }

    /**
     * Any attribute of the canonical tree by the path that a person would write: {@code services.web.ports[0]}; empty
     * if it leads nowhere. See {@link AttributePath}.
     */
    public Optional<Node> at(String path) {
        return AttributePath.value(canonical, path);
    }

    /** Where an attribute is written; {@link Position#DEFAULT} where it is not. */
    public Position position(YamlPath path) {
        return at(path).map(Node::position).orElse(Position.DEFAULT);
    }

    /** The same project with other active services; nothing else changes. */
    public Project withServices(Map<String, Service> other) {
        return new Project(name, origin, other, disabledServices, networks, volumes, configs, secrets, models,
                canonical);
    }
}
