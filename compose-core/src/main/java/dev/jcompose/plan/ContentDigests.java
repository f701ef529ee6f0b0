package dev.jcompose.plan;

import dev.jcompose.digest.Sha256;
import dev.jcompose.engine.Labels;
import dev.jcompose.model.Config;
import dev.jcompose.model.Mounts.FileUse;
import dev.jcompose.model.Project;
import dev.jcompose.model.Secret;
import dev.jcompose.model.Service;
import dev.jcompose.observe.HostPaths;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.source.Position;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is in the configs and secrets of a container, as digests. The config hash does not cover it, so that without
 * them a change of content would go unnoticed.
 */
final class ContentDigests {
    private static final int DIGITS = 16;

    private ContentDigests() {
    }

    /** By {@code configs.key} or {@code secrets.key}; those alone whose content is known. */
    static Map<String, String> of(Project project, Service service, HostPaths paths) {
        Map<String, String> digests = new TreeMap<>();
        for (FileUse use : service.mounts().configs()) {
            Config config = project.configs().get(use.source());
            if (config != null) {
                add(digests, project, "configs." + use.source(),
                        content(project, paths, config.content(), config.environment(), config.file()));
            }
        }
        for (FileUse use : service.mounts().secrets()) {
            Secret secret = project.secrets().get(use.source());
            if (secret != null) {
                add(digests, project, "secrets." + use.source(),
                        content(project, paths, secret.content(), secret.environment(), secret.file()));
            }
        }
        return digests;
    }

    /** The label's text; empty where there is nothing to record. */
    static String text(Map<String, String> digests) {
        return digests.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    /** What changed since the container was made; nothing that its label does not tell of. */
    static List<AttributeChange> changes(Project project, Service service, HostPaths paths,
            ObservedContainer container) {
        Map<String, String> recorded = new TreeMap<>();
        for (String entry : container.label(Labels.CONTENT_DIGESTS).split(",", -1)) {
            int equals = entry.lastIndexOf('=');
            if (equals > 0) {
                recorded.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        List<AttributeChange> changes = new ArrayList<>();
        of(project, service, paths).forEach((path, digest) -> {
            String was = recorded.get(path);
            if (was != null && !was.equals(digest)) {
                changes.add(new AttributeChange(path + " content", was, digest, position(project, path)));
            }
        });
        return changes;
    }

    private static @Nullable Position position(Project project, String path) {
        int dot = path.indexOf('.');
        return project.at(YamlPath.of(path.substring(0, dot)))
                .flatMap(section -> section instanceof Mapping mapping
                        ? Optional.of(mapping.keyPosition(path.substring(dot + 1)))
                        : Optional.empty())
                .orElse(null);
    }

    private static void add(Map<String, String> digests, Project project, String path, Optional<String> content) {
        content.ifPresent(text -> digests.put(path,
                Sha256.of(project.name() + "\0" + path + "\0" + text).substring(0, DIGITS)));
    }

    private static Optional<String> content(Project project, HostPaths paths, @Nullable String content,
            @Nullable String variable, @Nullable String file) {
        if (file != null) {
            return paths.digestOf(file);
        }
        String text = variable == null ? content : project.origin().environment().get(variable);
        return text == null ? Optional.empty() : Optional.of(Sha256.of(text));
    }
}
