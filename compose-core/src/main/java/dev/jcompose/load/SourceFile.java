package dev.jcompose.load;

import dev.jcompose.yaml.Node;
import java.nio.file.Path;
import java.util.List;

/**
 * A Compose file that was read.
 *
 * @param path
 *            absolute; the standard input counts as a file of its own in the project's folder
 * @param name
 *            as positions show it
 * @param documents
 *            its documents, in order
 */
record SourceFile(Path path, String name, List<Node> documents) {
    SourceFile { documents = List.copyOf(documents); }

    /** The folder it is in. */
    Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
