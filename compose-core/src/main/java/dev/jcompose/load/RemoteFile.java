package dev.jcompose.load;

import java.nio.file.Path;

/**
 * The local copy of a Compose file from elsewhere.
 *
 * @param file
 *            absolute
 * @param root
 *            absolute; the folder that everything which came with the file is below of
 * @param name
 *            how positions show the root, with the separator that the name of a file within follows; without secrets
 */
public record RemoteFile(Path file, Path root, String name) {
    /** Whether a path is one of those that came with the file. */
    boolean holds(Path path) {
        return path.startsWith(root);
    }

    /** How positions show a file that came with this one. */
    String display(Path path) {
        return name + root.relativize(path);
    }
}
