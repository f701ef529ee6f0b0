package dev.jcompose.registry;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs that belong to the Docker client, where it looks for them itself. Looks at files; keeps nothing. */
public final class ClientPlugins {
    private static final List<String> SYSTEM = List.of("/usr/local/lib/docker/cli-plugins",
            "/usr/local/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins",
            "/usr/libexec/docker/cli-plugins");

    private ClientPlugins() {
    }

    /** The plugin {@code docker-NAME}; nothing where there is none. */
    public static Optional<Path> find(String name, Map<String, String> environment) {
        ClientConfiguration configuration = ClientConfiguration.read(environment);
        List<String> directories = new ArrayList<>(configuration.pluginDirectories());
        directories.add(configuration.directory().resolve("cli-plugins").toString());
        directories.addAll(SYSTEM);
        return executable(directories, "docker-" + name);
    }

    /** A program on the PATH; nothing where there is none. */
    public static Optional<Path> onPath(String name, Map<String, String> environment) {
        return executable(List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)), name);
    }

    private static Optional<Path> executable(List<String> directories, String name) {
        try {
            return directories.stream().filter(directory -> !directory.isEmpty())
                    .map(directory -> Path.of(directory, name))
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }
}
