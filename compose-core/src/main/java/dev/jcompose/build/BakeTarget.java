package dev.jcompose.build;

import dev.jcompose.model.Build;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.BuildTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One target of a definition for bake, attribute by attribute (Compose Build Specification). */
final class BakeTarget {
    private static final String SERVICE = "service:";

    private final Project project;
    private final BuildTarget target;
    private final Build build;
    private final BuildOptions options;
    private final Map<String, String> names;
    private final Map<String, Object> definition = new LinkedHashMap<>();
    private final Set<String> allowances = new LinkedHashSet<>();
    private final BakeSecrets secrets;

    BakeTarget(Project project, BuildTarget target, BuildOptions options, Map<String, String> names) {
        this.project = project;
        this.target = target;
        this.build = target.build();
        this.options = options;
        this.names = names;
        this.secrets = new BakeSecrets(project, target);
        source();
        result();
        reuse();
        running();
        attestations();
    }

    Map<String, Object> definition() {
        return definition;
    }

    Set<String> allowances() {
        return allowances;
    }

    Map<String, String> environment() {
        return secrets.environment();
    }

    private void source() {
        put("context", build.context());
        reads(build.context());
        Map<String, String> contexts = new TreeMap<>();
        build.additionalContexts().forEach((name, context) -> contexts.put(name, context(context)));
        put("contexts", contexts);
        if (build.dockerfileInline() != null) {
            put("dockerfile-inline", build.dockerfileInline());
        } else {
            String dockerfile = build.dockerfile() == null ? "Dockerfile" : build.dockerfile();
            if (!Location.isRemote(build.context())) {
                dockerfile = Path.of(build.context()).resolve(dockerfile).normalize().toString();
                reads(dockerfile);
            }
            put("dockerfile", dockerfile);
        }
        put("args", BuildArguments.of(project, target, options));
        put("target", build.target());
    }

    /** A service's image: from its own target if it is built, as it is otherwise. */
    private String context(String context) {
        if (context.startsWith(SERVICE)) {
            String service = context.substring(SERVICE.length());
            String name = names.get(service);
            if (name != null) {
                return "target:" + name;
            }
            return "docker-image://" + project.service(service)
                    .or(() -> Optional.ofNullable(project.disabledServices().get(service))).map(Service::image)
                    .orElse(project.name() + "-" + service);
        }
        reads(context);
        return context;
    }

    private void result() {
        put("labels", target.labels(project.name()));
        List<String> tags = new ArrayList<>(build.tags());
        tags.remove(target.image());
        tags.add(target.image());
        put("tags", tags);
        List<String> platforms = platforms();
        put("platforms", platforms);
        if (options.check()) {
            put("call", "lint");
        } else if (options.push() && target.service().image() != null) {
            put("output", List.of("type=registry"));
        } else {
            put("output", List.of(platforms.size() > 1 ? "type=image" : "type=docker"));
        }
    }

    /** For containers one platform is enough, and the only one that they can be made of. */
    private List<String> platforms() {
        String own = target.service().platform();
        if (options.allPlatforms() && !build.platforms().isEmpty()) {
            return build.platforms();
        }
        if (own != null) {
            return List.of(own);
        }
        return build.platforms().size() == 1 ? build.platforms() : List.of();
    }

    private void reuse() {
        put("cache-from", build.cache().from());
        put("cache-to", build.cache().to());
        build.cache().from().forEach(cache -> localCache(cache, "src", "fs.read="));
        build.cache().to().forEach(cache -> localCache(cache, "dest", "fs.write="));
        put("no-cache-filter", build.cache().noneFor());
        flag("pull", build.pull() || options.pull());
        flag("no-cache", build.cache().none() || options.noCache());
    }

    private void localCache(String cache, String attribute, String allowance) {
        List<String> parts = List.of(cache.split(","));
        if (parts.contains("type=local")) {
            parts.stream().filter(part -> part.startsWith(attribute + "="))
                    .forEach(part -> allowances.add(allowance + part.substring(attribute.length() + 1)));
        }
    }

    private void running() {
        put("secret", secrets.sources());
        secrets.files().forEach(this::reads);
        List<String> ssh = new ArrayList<>(build.ssh());
        ssh.addAll(options.ssh());
        put("ssh", ssh);
        if (!ssh.isEmpty()) {
            allowances.add("ssh");
        }
        ssh.stream().filter(key -> key.contains("=")).map(key -> key.substring(key.indexOf('=') + 1))
                .filter(path -> !path.isEmpty()).forEach(paths -> List.of(paths.split(",")).forEach(this::reads));
        put("network", build.network());
        if ("host".equals(build.network())) {
            allowances.add("network.host");
        }
        put("shm-size", build.shmSize() == null ? null : build.shmSize().toString());
        List<String> ulimits = new ArrayList<>();
        build.ulimits().forEach((name, limit) -> ulimits.add(
                name + "=" + limit.soft() + (limit.soft() == limit.hard() ? "" : ":" + limit.hard())));
        put("ulimits", ulimits);
        put("extra-hosts", hosts());
        List<String> entitlements = new ArrayList<>(build.entitlements());
        if (build.privileged() && !entitlements.contains("security.insecure")) {
            entitlements.add("security.insecure");
        }
        put("entitlements", entitlements);
        allowances.addAll(entitlements);
    }

    private Map<String, String> hosts() {
        Map<String, String> hosts = new TreeMap<>();
        for (String host : build.extraHosts()) {
            int cut = host.indexOf('=') >= 0 ? host.indexOf('=') : host.indexOf(':');
            hosts.merge(host.substring(0, cut), host.substring(cut + 1), (one, other) -> one + "," + other);
        }
        return hosts;
    }

    private void attestations() {
        List<String> attestations = new ArrayList<>();
        attest("provenance", options.provenance() == null ? build.provenance() : options.provenance(), attestations);
        attest("sbom", options.sbom() == null ? build.sbom() : options.sbom(), attestations);
        put("attest", attestations);
    }

    private static void attest(String type, @Nullable String value, List<String> attestations) {
        if (value != null && !value.isEmpty()) {
            attestations.add("type=" + type + switch (value) {
                case "true" -> "";
                case "false" -> ",disabled=true";
                default -> "," + value;
            });
        }
    }

    private void reads(String path) {
        if (!Location.isRemote(path)) {
            allowances.add("fs.read=" + path);
        }
    }

    private void flag(String key, boolean value) {
        if (value) {
            definition.put(key, true);
        }
    }

    private void put(String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            definition.put(key, literal(value));
        }
    }

    private void put(String key, List<String> values) {
        if (!values.isEmpty()) {
            definition.put(key, values.stream().map(BakeTarget::literal).toList());
        }
    }

    private void put(String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            Map<String, String> literal = new LinkedHashMap<>();
            values.forEach((name, value) -> literal.put(name, literal(value)));
            definition.put(key, literal);
        }
    }

    /** Bake reads texts as templates. */
    private static String literal(String value) {
        return value.replace("${", "$${").replace("%{", "%%{");
    }
}
