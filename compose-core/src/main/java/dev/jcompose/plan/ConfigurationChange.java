package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Service;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import dev.jcompose.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which attributes of a service are others than when its container was made. */
final class ConfigurationChange {
    private static final Set<String> SHAPE_NO_CONTAINER = Set.of("build", "depends_on", "profiles", "scale",
            "pull_policy");
    private static final int LONGEST_SHOWN = 60;

    private ConfigurationChange() {
    }

    /**
     * {@code environment.LOG_LEVEL: info → debug (compose.yaml:14:7)}, all changes joined by commas; only that
     * something changed, where the container does not carry its configuration because another Compose made it.
     */
    static String describe(Service service, ObservedContainer container) {
        Mapping before = configuration(container.label(Labels.CONFIGURATION));
        if (before == null) {
            return "configuration changed";
        }
        Map<YamlPath, Scalar> was = new LinkedHashMap<>();
        Map<YamlPath, Scalar> is = new LinkedHashMap<>();
        leaves(before, YamlPath.ROOT, was);
        leaves(service.canonical(), YamlPath.ROOT, is);
        List<String> changes = new ArrayList<>();
        is.forEach((path, value) -> {
            Scalar old = was.get(path);
            if (old == null || !text(old).equals(text(value))) {
                changes.add(path + ": " + (old == null ? "(unset)" : text(old)) + " → " + text(value) + " ("
                        + value.position() + ")");
            }
        });
        was.forEach((path, value) -> {
            if (!is.containsKey(path)) {
                changes.add(path + ": " + text(value) + " → (unset)");
            }
        });
        return changes.isEmpty() ? "configuration changed" : String.join(", ", changes);
    }

    private static @Nullable Mapping configuration(String label) {
        if (label.isEmpty()) {
            return null;
        }
        try {
            return YamlReader.read("<label>", label).getFirst() instanceof Mapping mapping ? mapping : null;
        } catch (InvalidProjectException notOurs) {
            return null;
        }
    }

    private static void leaves(Node node, YamlPath path, Map<YamlPath, Scalar> found) {
        switch (node) {
            case Scalar scalar -> {
                if (!scalar.isNull()) {
                    found.put(path, scalar);
                }
            }
            case Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    leaves(sequence.items().get(i), path.index(i), found);
                }
            }
            case Mapping mapping -> mapping.entries().forEach((key, entry) -> {
                if (path.size() > 0 || !SHAPE_NO_CONTAINER.contains(key)) {
                    leaves(entry.value(), path.key(key), found);
                }
            });
        }
    }

    private static String text(Scalar scalar) {
        String text = String.valueOf(scalar.value());
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
