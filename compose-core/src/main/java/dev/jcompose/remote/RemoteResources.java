package dev.jcompose.remote;

import dev.jcompose.load.RemoteFile;
import dev.jcompose.load.RemoteFileException;
import dev.jcompose.load.RemoteFiles;
import dev.jcompose.load.RemoteReference;
import dev.jcompose.registry.Credentials;
import dev.jcompose.registry.RegistryClient;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fetches Compose files through the git client and from registries. Nothing is started or connected before the first
 * reference is asked for. Not safe for use by several threads at once.
 */
public final class RemoteResources implements RemoteFiles, AutoCloseable {
    private static final String GIT_SWITCH = "COMPOSE_EXPERIMENTAL_GIT_REMOTE";
    private static final String OCI_SWITCH = "COMPOSE_EXPERIMENTAL_OCI_REMOTE";

    private final Map<String, String> environment;
    private final RemoteAccess access;
    private final Credentials credentials;
    private final Set<String> insecure;
    private @Nullable RegistryClient client;

    /**
     * For a user.
     *
     * @param environment
     *            of the process: where the cache is, what git is started with, and whether
     *            {@code COMPOSE_EXPERIMENTAL_GIT_REMOTE} or {@code COMPOSE_EXPERIMENTAL_OCI_REMOTE} is false
     * @param insecure
     *            registries ({@code host[:port]}) whose certificates are not checked and that need not encrypt
     */
    public RemoteResources(Map<String, String> environment, RemoteAccess access, Credentials credentials,
            Set<String> insecure) {
        this.environment = Map.copyOf(environment);
        this.access = access;
        this.credentials = credentials;
        this.insecure = Set.copyOf(insecure);
    }

    @Override
    public RemoteFile fetch(String reference) {
        boolean artifact = RemoteReference.isArtifact(reference);
        requireAllowed(artifact ? OCI_SWITCH : GIT_SWITCH);
        RemoteCache cache = new RemoteCache(environment);
        boolean offline = access == RemoteAccess.OFFLINE;
        return artifact
                ? new ArtifactFiles(client(), cache, offline).fetch(reference)
                : new GitFiles(new Git(environment), cache, offline).fetch(reference);
    }

    private void requireAllowed(String variable) {
        if (access == RemoteAccess.OFF) {
            throw new RemoteFileException("is not on this machine, and --no-remote forbids to fetch it",
                    "leave --no-remote out, or fetch it and name the local copy");
        }
        switch (environment.getOrDefault(variable, "")) {
            case "", "1", "t", "T", "true", "TRUE", "True" -> {
                // as usual
            }
            case "0", "f", "F", "false", "FALSE", "False" -> throw new RemoteFileException(
                    "is not on this machine, and " + variable + " forbids to fetch it",
                    "unset it, or fetch it and name the local copy");
            default -> throw new RemoteFileException(variable + " is neither true nor false", "use true or false");
        }
    }

    private RegistryClient client() {
        if (client == null) {
            client = new RegistryClient(environment, credentials, insecure);
        }
        return client;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
