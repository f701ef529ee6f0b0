package dev.jcompose.engine.docker;

import dev.jcompose.engine.BuildSpec;
import dev.jcompose.model.Ulimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parameters of {@code POST /build}. */
final class BuildMapping {
    private BuildMapping() {
    }

    static Query query(BuildSpec spec, Json json) {
        Query query = Query.of("/build").with("version", "1").with("dockerfile", spec.dockerfile()).flag("rm", true)
                .flag("forcerm", true)
                .flag("nocache", spec.noCache()).flag("pull", spec.pull()).with("target", spec.target())
                .with("platform", spec.platform()).with("networkmode", spec.network())
                .with("shmsize", spec.shmSize()).with("isolation", spec.isolation()).with("memory", spec.memory())
                .with("remote", spec.remote());
        spec.tags().forEach(tag -> query.with("t", tag));
        spec.extraHosts().forEach(host -> query.with("extrahosts", host.replaceFirst("=", ":")));
        object(query, json, "buildargs", spec.args());
        object(query, json, "labels", spec.labels());
        if (!spec.cacheFrom().isEmpty()) {
            query.with("cachefrom", new String(json.write(spec.cacheFrom()), StandardCharsets.UTF_8));
        }
        List<Object> limits = new ArrayList<>();
        for (Map.Entry<String, Ulimit> limit : spec.ulimits().entrySet()) {
            limits.add(ResourcesMapping.ulimit(limit.getKey(), limit.getValue()));
        }
        if (!limits.isEmpty()) {
            query.with("ulimits", new String(json.write(limits), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void object(Query query, Json json, String name, Map<String, ?> value) {
        if (!value.isEmpty()) {
            query.with(name, new String(json.write(value), StandardCharsets.UTF_8));
        }
    }
}
