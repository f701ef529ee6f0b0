package dev.jcompose.plan;

import dev.jcompose.engine.Labels;
import dev.jcompose.model.Service;
import dev.jcompose.observe.Inspection;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.source.Position;
import dev.jcompose.source.YamlPath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which attributes of a service are others than when its container was made. */
final class ConfigurationChange {
    private ConfigurationChange() {
    }

    /**
     * {@code environment.LOG_LEVEL: info → debug (compose.yaml:14:7)}, all changes joined by commas. What the
     * container's label records is compared; where another Compose made it, what a closer look at it told.
     */
    static String describe(UpDraft draft, Service service, ObservedContainer container) {
        Optional<Mapping> before = RecordedConfiguration.read(container.label(Labels.CONFIGURATION));
        Inspection inspection = container.inspection();
        List<AttributeChange> changes = before.isPresent()
                ? between(before.get(), RecordedConfiguration.of(service))
                : inspection == null ? List.of() : InspectedChange.of(draft, service, inspection);
        if (!changes.isEmpty()) {
            return AttributeChange.join(changes);
        }
        return SharedNamespaces.parentsOf(service).isEmpty()
                ? "configuration changed"
                : "shares namespaces or volumes of " + String.join(", ", SharedNamespaces.parentsOf(service))
                        + ", which has another container now";
    }

    private static List<AttributeChange> between(Mapping before, Mapping after) {
        Map<YamlPath, Leaf> was = new LinkedHashMap<>();
        Map<YamlPath, Leaf> is = new LinkedHashMap<>();
        leaves(before, before.position(), YamlPath.ROOT, was);
        leaves(after, after.position(), YamlPath.ROOT, is);
        List<AttributeChange> changes = new ArrayList<>();
        is.forEach((path, leaf) -> {
            Leaf old = was.get(path);
            if (old == null || !old.text.equals(leaf.text)) {
                changes.add(new AttributeChange(path.toString(), old == null ? null : old.text, leaf.text, leaf.at));
            }
        });
        was.forEach((path, leaf) -> {
            if (!is.containsKey(path)) {
                changes.add(new AttributeChange(path.toString(), leaf.text, null, null));
            }
        });
        return changes;
    }

    private static void leaves(Node node, Position at, YamlPath path, Map<YamlPath, Leaf> found) {
        switch (node) {
            case Scalar scalar when scalar.isNull() -> {
                // Not set.
            }
            case Scalar scalar -> found.put(path, new Leaf(String.valueOf(scalar.value()), at));
            case Sequence sequence when sequence.items().stream().allMatch(Scalar.class::isInstance) -> found.put(path,
                    new Leaf(sequence.items().stream().map(item -> String.valueOf(((Scalar) item).value()))
                            .collect(Collectors.joining(", ", "[", "]")), at));
            case Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    Node item = sequence.items().get(i);
                    leaves(item, item.position(), path.index(i), found);
                }
            }
            case Mapping mapping -> mapping.entries().forEach((key, entry) -> leaves(entry.value(),
                    entry.keyPosition(), path.key(key), found));
        }
    }

    /** A value as a text, and where it is written. */
    private record Leaf(String text, Position at) {}
}
