package dev.jcompose.load;

import java.nio.file.Path;

/**
 * What files are called in messages: such that they are found from where the load was asked for.
 *
 * @param from
 *            the caller's folder
 */
record FileNames(Path from) {
    /** Relative to the caller's folder, or absolute where that is no longer. */
    String of(Path file) {
        Path normal = file.normalize();
        if (!normal.isAbsolute() || normal.equals(from)) {
            return normal.toString();
        }
        String relative = from.relativize(normal).toString();
        String absolute = normal.toString();
        return relative.length() < absolute.length() ? relative : absolute;
    }
}
