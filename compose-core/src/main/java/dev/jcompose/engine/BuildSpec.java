package dev.jcompose.engine;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Ulimit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the classic builder is told besides the context.
 *
 * @param dockerfile
 *            path in the context
 * @param args
 *            null values are taken from nowhere: the argument's default holds
 * @param remote
 *            address of a context that the engine fetches itself; null where the context is sent
 * @param auths
 *            by registry, for the images built upon
 */
public record BuildSpec(List<String> tags, String dockerfile, Map<String, @Nullable String> args,
        Map<String, String> labels, @Nullable String target, @Nullable String platform, @Nullable String network,
        List<String> extraHosts, List<String> cacheFrom, Map<String, Ulimit> ulimits, @Nullable Long shmSize,
        @Nullable String isolation, @Nullable Long memory, boolean pull, boolean noCache, @Nullable String remote,
        Map<String, RegistryAuth> auths) {
    public BuildSpec {
        tags = List.copyOf(tags);
        args = Ordered.copyOf(args);
        labels = Ordered.copyOf(labels);
        extraHosts = List.copyOf(extraHosts);
        cacheFrom = List.copyOf(cacheFrom);
        ulimits = Ordered.copyOf(ulimits);
        auths = Ordered.copyOf(auths);
    }

    /** A plain build of a Dockerfile at the context's root. */
    public static BuildSpec of(String... tags) {
        return new BuildSpec(List.of(tags), "Dockerfile", Map.of(), Map.of(), null, null, null, List.of(), List.of(),
                Map.of(), null, null, null, false, false, null, Map.of());
    }
}
