package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;

/** The old form of an external resource, {@code external: {name: x}}, as {@code external: true} and {@code name}. */
final class ExternalForm {
    private ExternalForm() {
    }

    static Node expand(Node node, Site at) {
        if (!(node instanceof Mapping resource) || !(resource.get("external") instanceof Mapping external)) {
            return node;
        }
        Mapping changed = resource.with("external", Scalar.of(true, external.origin()));
        if (!(external.get("name") instanceof Scalar old)) {
            return changed;
        }
        at.key("external").key("name").warning(old, "deprecated form",
                "write 'external: true' and 'name: " + old.text() + "'");
        if (!(resource.get("name") instanceof Scalar name)) {
            return changed.with("name", old);
        }
        if (!name.text().equals(old.text())) {
            at.error(name, "name is '" + name.text() + "' but external.name is '" + old.text() + "'", "keep only name");
        }
        return changed;
    }
}
