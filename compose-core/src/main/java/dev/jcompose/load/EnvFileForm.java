package dev.jcompose.load;

import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import dev.jcompose.yaml.Scalar;
import dev.jcompose.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code env_file}: a path, paths, or mappings with {@code path}, as a sequence of the last. */
final class EnvFileForm {
    private EnvFileForm() {
    }

    static Node expand(Node node, Site at) {
        if (!(TextForm.oneOrMore(node, at) instanceof Sequence files)) {
            return node;
        }
        List<Node> expanded = new ArrayList<>();
        for (Node file : files.items()) {
            expanded.add(one(file));
        }
        return files.withItems(expanded);
    }

    /** Files are told apart by their path. */
    static @Nullable String key(Node item) {
        return item instanceof Mapping file && file.get("path") instanceof Scalar path ? path.text() : null;
    }

    private static Node one(Node file) {
        if (file instanceof Scalar path && path.isString()) {
            return new MappingBuilder().put("path", path.origin().position(), path)
                    .put("required", true, path.origin())
                    .build(path.origin());
        }
        return file instanceof Mapping mapping && mapping.get("required") == null
                ? mapping.with("required", Scalar.of(true, mapping.origin()))
                : file;
    }
}
