package dev.jcompose.model;

import dev.jcompose.yaml.Mapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One service: its name and a record per concern (specification, "Services top-level element").
 *
 * @param name
 *            its key in the top-level section
 * @param image
 *            reference of the image to run; null where the service is only built, or has a provider
 * @param platform
 *            {@code os/arch[/variant]} to pull, build and create for; null for the engine's own
 * @param pullPolicy
 *            {@code always}, {@code never}, {@code missing}, {@code build}, {@code daily}, {@code weekly} or
 *            {@code every_…}; null where nothing is said
 * @param build
 *            how its image is made; null where it is not built
 * @param provider
 *            who runs it instead of the engine; null for a service of containers
 * @param scale
 *            the service's own {@code scale}; see {@link #replicas()}
 * @param healthCheck
 *            null where the image decides
 * @param deploy
 *            null where nothing is said
 * @param logging
 *            null for the engine's default
 * @param develop
 *            null where there is nothing to watch
 * @param canonical
 *            the subtree that all of this was decoded from
 */
public record Service(String name, @Nullable String image, @Nullable String platform, @Nullable String pullPolicy,
        @Nullable Build build, @Nullable Provider provider, @Nullable Integer scale, Metadata metadata,
        Map<String, Dependency> dependsOn, Map<String, ModelUse> models, Process process, Networking networking,
        Mounts mounts, Resources resources, Devices devices, Security security, Namespaces namespaces,
        @Nullable HealthCheck healthCheck, Lifecycle lifecycle, @Nullable Deploy deploy, @Nullable Logging logging,
        @Nullable Develop develop, Mapping canonical) {

    public Service {
        dependsOn = Ordered.copyOf(dependsOn);
        models = Ordered.copyOf(models);
    }

    /** Decodes {@code services.NAME} of the canonical tree. */
    static Service decode(String name, Attributes a) {
        return new Service(name, a.string("image"), a.string("platform"), a.string("pull_policy"),
                a.object("build", Build::decode), a.object("provider", Provider::decode), a.integer("scale"),
                Metadata.decode(a), a.named("depends_on", (key, b) -> Dependency.decode(b)),
                a.named("models", (key, b) -> ModelUse.decode(b)), Process.decode(a), Networking.decode(a),
                Mounts.decode(a), Resources.decode(a), Devices.decode(a), Security.decode(a), Namespaces.decode(a),
                a.object("healthcheck", HealthCheck::decode), Lifecycle.decode(a), a.object("deploy", Deploy::decode),
                a.object("logging", Logging::decode), a.object("develop", Develop::decode), a.mapping());
    }

    /** Decodes a service from its canonical subtree alone, such as one that was changed for a single run. */
    public static Service decode(String name, Mapping canonical) {
        return decode(name, Attributes.of(canonical, dev.jcompose.source.YamlPath.of("services", name)));
    }

    /** How many containers it should have: {@code scale}, else {@code deploy.replicas}, else 1. */
    public int replicas() {
        if (scale != null) {
            return scale;
        }
        Integer replicas = deploy == null ? null : deploy.replicas();
        return replicas == null ? 1 : replicas;
    }

    /** The same service with another image. */
    public Service withImage(@Nullable String other) {
        return new Service(name, other, platform, pullPolicy, build, provider, scale, metadata, dependsOn, models,
                process, networking, mounts, resources, devices, security, namespaces, healthCheck, lifecycle, deploy,
                logging, develop, canonical);
    }

    /** The same service with another number of replicas. */
    public Service withScale(@Nullable Integer other) {
        return new Service(name, image, platform, pullPolicy, build, provider, other, metadata, dependsOn, models,
                process, networking, mounts, resources, devices, security, namespaces, healthCheck, lifecycle, deploy,
                logging, develop, canonical);
    }

    /** The same service, running something else. */
    public Service withProcess(Process other) {
        return new Service(name, image, platform, pullPolicy, build, provider, scale, metadata, dependsOn, models,
                other, networking, mounts, resources, devices, security, namespaces, healthCheck, lifecycle, deploy,
                logging, develop, canonical);
    }

    /** The same service, connected otherwise. */
    public Service withNetworking(Networking other) {
        return new Service(name, image, platform, pullPolicy, build, provider, scale, metadata, dependsOn, models,
                process, other, mounts, resources, devices, security, namespaces, healthCheck, lifecycle, deploy,
                logging, develop, canonical);
    }

    /** The same service with other mounts. */
    public Service withMounts(Mounts other) {
        return new Service(name, image, platform, pullPolicy, build, provider, scale, metadata, dependsOn, models,
                process, networking, other, resources, devices, security, namespaces, healthCheck, lifecycle, deploy,
                logging, develop, canonical);
    }

    /** The same service with other rights. */
    public Service withSecurity(Security other) {
        return new Service(name, image, platform, pullPolicy, build, provider, scale, metadata, dependsOn, models,
                process, networking, mounts, resources, devices, other, namespaces, healthCheck, lifecycle, deploy,
                logging, develop, canonical);
    }

    /** The same service that is never restarted by the engine. */
    public Service withoutRestart() {
        return new Service(name, image, platform, pullPolicy, build, provider, scale, metadata, dependsOn, models,
                process, networking, mounts, resources, devices, security, namespaces, healthCheck,
                lifecycle.withRestart(null), deploy == null ? null : deploy.withoutRestartPolicy(), logging, develop,
                canonical);
    }

    /** The same service, waiting for others only as given. */
    public Service withDependsOn(Map<String, Dependency> other) {
        return new Service(name, image, platform, pullPolicy, build, provider, scale, metadata, other, models, process,
                networking, mounts, resources, devices, security, namespaces, healthCheck, lifecycle, deploy, logging,
                develop, canonical);
    }

    /**
     * What is said of a service besides what runs in it.
     *
     * @param containerName
     *            the one container's name; null for the usual names
     * @param attach
     *            whether {@code up} and {@code logs} show its output unasked
     */
    public record Metadata(@Nullable String containerName, List<String> profiles, Map<String, String> labels,
            Map<String, String> annotations, boolean attach) {
        public Metadata {
            profiles = List.copyOf(profiles);
            labels = Ordered.copyOf(labels);
            annotations = Ordered.copyOf(annotations);
        }

        static Metadata decode(Attributes a) {
            return new Metadata(a.string("container_name"), a.strings("profiles"), a.stringMap("labels"),
                    a.stringMap("annotations"), !Boolean.FALSE.equals(a.bool("attach")));
        }
    }
}
