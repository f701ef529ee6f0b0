package dev.jcompose.load;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What relative paths are relative to.
 *
 * @param directory
 *            the folder; itself relative where the result is to be made absolute later
 * @param home
 *            what {@code ~} stands for; null leaves it in place
 * @param remote
 *            whether a reference is one that is fetched, and so no path
 * @param links
 *            follows the symbolic links in an absolute path
 */
public record PathBase(String directory, @Nullable String home, Predicate<String> remote,
        UnaryOperator<String> links) {
    /** A folder, with no remote references and no symbolic links. */
    public static PathBase of(String directory, String home) {
        return new PathBase(directory, home, reference -> false, path -> path);
    }

    /** A path below this folder, unless it is absolute already; the empty path stays empty. */
    public String resolve(String path) {
        String expanded = expand(path);
        return expanded.isEmpty() || expanded.startsWith("/") ? expanded : CleanPath.join(directory, expanded);
    }

    /** The path with a leading {@code ~} replaced. */
    String expand(String path) {
        return home != null && path.startsWith("~") ? CleanPath.join(home, path.substring(1)) : path;
    }
}
