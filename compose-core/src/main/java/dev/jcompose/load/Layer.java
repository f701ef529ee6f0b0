package dev.jcompose.load;

import dev.jcompose.env.Environment;
import dev.jcompose.source.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of a set of files that is loaded as one: the project's own, or those of one {@code include}.
 *
 * @param environment
 *            variables to interpolate with
 * @param directory
 *            absolute; what {@code extends} and {@code include} look for files from
 * @param base
 *            what other relative paths are put below; relative to the directory of the layer around this one
 * @param inclusions
 *            how this layer came to be included, outermost first
 */
record Layer(Environment environment, Path directory, String base, List<Inclusion> inclusions) {
    Layer { inclusions = List.copyOf(inclusions); }

    /** A file, and the value that made it part of the load; null for files of the project itself. */
    record Inclusion(Path file, String name, @Nullable Position reference) {}

    Layer including(Path file, String name, Position reference) {
        List<Inclusion> longer = new ArrayList<>(inclusions);
        longer.add(new Inclusion(file, name, reference));
        return new Layer(environment, directory, base, longer);
    }

    /** A file that some value names. */
    Path resolve(String file) {
        return directory.resolve(file).normalize();
    }

    /** A folder as paths in this layer would name it. */
    String relative(Path folder) {
        String relative = directory.relativize(folder.normalize()).toString();
        return relative.isEmpty() ? "." : relative;
    }
}
