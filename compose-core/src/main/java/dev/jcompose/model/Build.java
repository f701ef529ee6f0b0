package dev.jcompose.model;

import dev.jcompose.model.Mounts.FileUse;
import dev.jcompose.yaml.Mapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an image is made (Compose Build Specification).
 *
 * @param context
 *            absolute folder, or the address of a repository
 * @param dockerfile
 *            relative to the context, or absolute; null where it is given inline
 * @param args
 *            a null value stands for an argument that was not given one
 * @param shmSize
 *            bytes
 */
public record Build(String context, @Nullable String dockerfile, @Nullable String dockerfileInline,
        Map<String, @Nullable String> args, @Nullable String target, List<String> tags, Map<String, String> labels,
        boolean pull, Cache cache, Map<String, String> additionalContexts, List<String> ssh, List<FileUse> secrets,
        List<String> platforms, @Nullable String network, List<String> extraHosts, Map<String, Ulimit> ulimits,
        @Nullable Long shmSize, @Nullable String isolation, boolean privileged, List<String> entitlements,
        @Nullable String provenance, @Nullable String sbom) {
    public Build {
        args = Ordered.copyOf(args);
        tags = List.copyOf(tags);
        labels = Ordered.copyOf(labels);
        additionalContexts = Ordered.copyOf(additionalContexts);
        ssh = List.copyOf(ssh);
        secrets = List.copyOf(secrets);
        platforms = List.copyOf(platforms);
        extraHosts = List.copyOf(extraHosts);
        ulimits = Ordered.copyOf(ulimits);
        entitlements = List.copyOf(entitlements);
    }

    static Build decode(Attributes a) {
        return new Build(a.string("context", "."), a.string("dockerfile"), a.string("dockerfile_inline"),
                a.nullableStringMap("args"), a.string("target"), a.strings("tags"), a.stringMap("labels"),
                a.flag("pull"), Cache.decode(a), a.stringMap("additional_contexts"), keys(a),
                a.objects("secrets", FileUse::decode), a.strings("platforms"), a.string("network"),
                a.strings("extra_hosts"), Ulimit.decodeAll(a), a.bytes("shm_size"), a.string("isolation"),
                a.flag("privileged"), a.strings("entitlements"), a.string("provenance"), a.string("sbom"));
    }

    /** The canonical form is a mapping; a key without a path is {@code default}. */
    private static List<String> keys(Attributes a) {
        if (!(a.mapping().get("ssh") instanceof Mapping)) {
            return a.strings("ssh");
        }
        return a.nullableStringMap("ssh").entrySet().stream()
                .map(key -> key.getValue() == null ? key.getKey() : key.getKey() + "=" + key.getValue()).toList();
    }

    /** What is reused of earlier builds: sources, destinations, and stages or all that must be made anew. */
    public record Cache(List<String> from, List<String> to, boolean none, List<String> noneFor) {
        public Cache {
            from = List.copyOf(from);
            to = List.copyOf(to);
            noneFor = List.copyOf(noneFor);
        }

        static Cache decode(Attributes a) {
            return new Cache(a.strings("cache_from"), a.strings("cache_to"), a.flag("no_cache"),
                    a.strings("no_cache_filter"));
        }
    }
}
