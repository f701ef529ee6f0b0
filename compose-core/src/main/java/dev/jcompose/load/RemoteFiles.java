package dev.jcompose.load;

/**
 * Where the loader gets files of git repositories and OCI artifacts from: what {@code -f}, {@code include} and
 * {@code extends} name by a reference and not by a path. The loader asks for what a value names and for nothing else,
 * each reference once a load. Implementations need not be safe for use by several threads at once.
 */
@FunctionalInterface
public interface RemoteFiles {
    /** Fetches nothing: whoever names such a file is told so. */
    RemoteFiles NONE = reference -> {
        throw new RemoteFileException("files of git repositories and OCI artifacts cannot be loaded",
                "fetch it and name the local copy");
    };

    /**
     * A local copy of what a reference names.
     *
     * @param reference
     *            {@code oci://registry/repository:tag}, or a git repository as docker build contexts name them:
     *            {@code https://host/repository.git#ref:folder}, {@code ssh://…}, {@code git://…},
     *            {@code user@host:repository}
     * @throws RemoteFileException
     *             if it cannot be had
     */
    RemoteFile fetch(String reference);
}
