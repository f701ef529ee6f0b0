package dev.jcompose.plan;

import org.jspecify.annotations.Nullable;

/**
 * A config or a secret that is copied into a container before each of its starts.
 *
 * @param path
 *            absolute, in the container
 * @param uid
 *            its owner; 0 where the file does not say
 * @param gid
 *            its group; 0 where the file does not say
 * @param mode
 *            permission bits
 * @param content
 *            the text, or null where it is read from {@code file}
 * @param file
 *            absolute path on this machine, or null; where there is no content either, it is the user's credentials
 *            for registries
 */
public record InjectedFile(String path, int uid, int gid, int mode, @Nullable String content, @Nullable String file) {
    /** Says nothing of the content, which may be secret. */
    @Override
    public String toString() {
        return path;
    }
}
