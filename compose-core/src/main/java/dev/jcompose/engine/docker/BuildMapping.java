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

    /** Podman takes hosts and limits as JSON lists of the words that its command line takes. */
    static Query query(BuildSpec spec, Json json, boolean podman) {
        Query query = Query.of("/build").with("version", "1").with("dockerfile", spec.dockerfile()).flag("rm", true)
                .flag("forcerm", true)
                .flag("nocache", spec.noCache()).flag("pull", spec.pull()).with("target", spec.target())
                .with("platform", spec.platform()).with("networkmode", spec.network())
                .with("shmsize", spec.shmSize()).with("isolation", spec.isolation()).with("memory", spec.memory())
                .with("remote", spec.remote());
        spec.tags().forEach(tag -> query.with("t", tag));
        List<String> hosts = spec.extraHosts().stream().map(host -> host.replaceFirst("=", ":")).toList();
        if (podman) {
            list(query, json, "extrahosts", hosts);
        } else {
            hosts.forEach(host -> query.with("extrahosts", host));
        }
        object(query, json, "buildargs", spec.args());
        object(query, json, "labels", spec.labels());
        list(query, json, "cachefrom", spec.cacheFrom());
        List<Object> limits = new ArrayList<>();
        for (Map.Entry<String, Ulimit> limit : spec.ulimits().entrySet()) {
            Ulimit value = limit.getValue();
            limits.add(podman
                    ? limit.getKey() + "=" + value.soft() + ":" + value.hard()
                    : ResourcesMapping.ulimit(limit.getKey(), value));
        }
        list(query, json, "ulimits", limits);
        return query;
    }

    private static void list(Query query, Json json, String name, List<?> values) {
        if (!values.isEmpty()) {
            query.with(name, new String(json.write(values), StandardCharsets.UTF_8));
        }
    }

    private static void object(Query query, Json json, String name, Map<String, ?> value) {
        if (!value.isEmpty()) {
            query.with(name, new String(json.write(value), StandardCharsets.UTF_8));
        }
    }
}
