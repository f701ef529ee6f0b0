package dev.jcompose.observe;

import dev.jcompose.digest.Sha256;
import dev.jcompose.model.Config;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Project;
import dev.jcompose.model.Secret;
import dev.jcompose.model.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the files of this machine that services are given. Immutable.
 *
 * @param digests
 *            by absolute path, the SHA-256 of each config's and secret's file, in hexadecimal digits
 * @param missing
 *            absolute paths that lead nowhere; none where the engine is on another machine, whose files count
 */
public record HostPaths(Map<String, String> digests, Set<String> missing) {
    /** Nothing is known. */
    public static final HostPaths UNKNOWN = new HostPaths(Map.of(), Set.of());

    /** Configs and secrets are small; what is larger is not read for the sake of a digest. */
    private static final long LARGEST = 16L << 20;

    public HostPaths {
        digests = Map.copyOf(digests);
        missing = Set.copyOf(missing);
    }

    /** Looks at the files of the project's configs, secrets and bind mounts. */
    static HostPaths of(Project project, String engine) {
        boolean local = engine.startsWith("unix:") || engine.startsWith("npipe:");
        Map<String, String> digests = new HashMap<>();
        Set<String> missing = new HashSet<>();
        for (String file : files(project)) {
            digest(file).ifPresent(digest -> digests.put(file, digest));
            if (isMissing(file)) {
                missing.add(file);
            }
        }
        for (Service service : local ? project.services().values() : Set.<Service>of()) {
            for (Mount mount : service.mounts().volumes()) {
                if (mount.type() == Mount.Type.BIND && isMissing(mount.source())) {
                    missing.add(String.valueOf(mount.source()));
                }
            }
        }
        return new HostPaths(digests, local ? missing : Set.of());
    }

    /** Whether a path is known to lead nowhere. */
    public boolean lacks(String path) {
        return missing.contains(path);
    }

    /** The digest of a file, where it is known. */
    public Optional<String> digestOf(String path) {
        return Optional.ofNullable(digests.get(path));
    }

    private static Set<String> files(Project project) {
        Set<String> files = new HashSet<>();
        for (Config config : project.configs().values()) {
            if (config.file() != null) {
                files.add(config.file());
            }
        }
        for (Secret secret : project.secrets().values()) {
            if (secret.file() != null) {
                files.add(secret.file());
            }
        }
        return files;
    }

    private static boolean isMissing(@Nullable String path) {
        try {
            return path != null && Files.notExists(Path.of(path));
        } catch (InvalidPathException ofAnotherSystem) {
            return false;
        }
    }

    private static Optional<String> digest(String file) {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            return Optional.of(new Sha256().add(path).hex());
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
