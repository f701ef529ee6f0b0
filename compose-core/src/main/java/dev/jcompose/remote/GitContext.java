package dev.jcompose.remote;

import dev.jcompose.load.RemoteFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Build contexts in git repositories (specification, "build", "context"), fetched by the user's git client, which knows
 * keys and passwords that an engine does not.
 */
public final class GitContext {
    private static final Pattern REPOSITORY = Pattern
            .compile("(?:git://|ssh://|git@|github\\.com/).+|https?://[^#?]+\\.git(?:[#?].*)?");

    private GitContext() {
    }

    /** Whether a context is a place in a repository, {@code https://example.org/shop.git#main:web}. */
    public static boolean isMeant(String context) {
        return REPOSITORY.matcher(context).matches();
    }

    /**
     * Fetches it; a commit that was fetched before is not fetched again.
     *
     * @param environment
     *            of the process: where the cache is, and what git is started with
     * @return the folder on this machine
     * @throws RemoteFileException
     *             if it cannot be had
     */
    public static Path fetch(Map<String, String> environment, String context) {
        GitReference wanted = GitReference.parse(context);
        Path root = new GitFiles(new Git(environment), new RemoteCache(environment), false).root(wanted);
        Path folder = root.resolve(wanted.folder()).normalize();
        try {
            if (!Files.isDirectory(folder)) {
                throw new RemoteFileException("the repository has no folder '" + wanted.folder() + "'", "");
            }
            if (!folder.toRealPath().startsWith(root.toRealPath())) {
                throw new RemoteFileException("'" + wanted.folder() + "' leads out of the repository", "");
            }
        } catch (IOException e) {
            throw new RemoteFileException("'" + wanted.folder() + "' cannot be read: " + e.getMessage(), "", e);
        }
        return folder;
    }
}
