package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** A sequence of names as a mapping from each name to what the short form means. */
final class KeysForm {
    /** Stands for extensions where only names are expected. */
    static final String EXTENSIONS = "#extensions";

    private KeysForm() {
    }

    /** {@code networks} and {@code models} of a service: nothing but the name. */
    static Node names(Node node, Site at) {
        return read(node, at, origin -> Scalar.of(null, origin));
    }

    /** {@code depends_on}: started, and needed. */
    static Node dependencies(Node node, Site at) {
        return read(node, at, origin -> new MappingBuilder().put("condition", "service_started", origin)
                .put("required", true, origin)
                .build(origin));
    }

    /** A service's networks, of which those that begin with {@code x-} are extensions and kept apart. */
    static Node withoutExtensions(Node node, Site at) {
        if (!(node instanceof Mapping networks) || networks.keys().stream().noneMatch(key -> key.startsWith("x-"))) {
            return node;
        }
        MappingBuilder kept = new MappingBuilder();
        networks.entries().forEach((name, entry) -> {
            boolean extension = name.startsWith("x-");
            kept.put(extension ? EXTENSIONS : name, entry.keyPosition(),
                    extension ? Mapping.empty(entry.value().origin()) : entry.value());
        });
        return networks.withEntries(kept.entries());
    }

    private static Node read(Node node, Site at, Function<Origin, Node> meaning) {
        if (!(node instanceof Sequence sequence)) {
            return node;
        }
        MappingBuilder names = new MappingBuilder();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            if (sequence.items().get(i) instanceof Scalar name) {
                if (!seen.add(name.text())) {
                    at.index(i).error(name, "'" + name.text() + "' is listed twice", "remove one of them");
                }
                names.put(name.text(), name.position(), meaning.apply(name.origin()));
            }
        }
        return names.build(sequence.origin());
    }
}
