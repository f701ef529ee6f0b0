package dev.jcompose.load;

import dev.jcompose.env.Environment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a load depends on; the loader reads nothing of the process itself. Immutable.
 *
 * @param files
 *            Compose files in order, relative to the current directory, {@code -} for the standard input; if empty,
 *            {@code COMPOSE_FILE} names them, or they are looked for by their default names
 * @param projectDirectory
 *            what relative paths start from; null for the folder of the first file
 * @param currentDirectory
 *            absolute
 * @param name
 *            the project's name; null to take it from the environment, the files or the folder
 * @param profiles
 *            active profiles; if empty, {@code COMPOSE_PROFILES} names them
 * @param envFiles
 *            files to read variables from, relative to the current directory; if empty,
 *            {@code COMPOSE_ENV_FILES} names them, else {@code .env} is read if it exists
 * @param services
 *            the services wanted, with what they depend on; empty for all
 * @param environment
 *            variables of the caller, {@code COMPOSE_*} settings among them
 * @param remotes
 *            fetches what is named by a reference to a git repository or an OCI artifact
 */
public record LoadRequest(List<String> files, @Nullable Path projectDirectory, Path currentDirectory,
        @Nullable String name, List<String> profiles, List<String> envFiles, List<String> services,
        Environment environment, FileSource source, LoadOptions options, RemoteFiles remotes) {
    public LoadRequest {
        files = List.copyOf(files);
        profiles = List.copyOf(profiles);
        envFiles = List.copyOf(envFiles);
        services = List.copyOf(services);
        currentDirectory = currentDirectory.toAbsolutePath().normalize();
    }

    /**
     * A load of one file of this machine, with no variables set and its folder as the current directory.
     *
     * @param file
     *            absolute, or relative to the directory that this process was started in
     */
    public static LoadRequest of(Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        return in(folder == null ? absolute : folder).withFiles(List.of(absolute.toString()));
    }

    /** A load of whatever project is found from a folder of this machine, with no variables set. */
    public static LoadRequest in(Path currentDirectory) {
        return new LoadRequest(List.of(), null, currentDirectory.toAbsolutePath(), null, List.of(), List.of(),
                List.of(), Environment.EMPTY, new LocalFiles(), LoadOptions.DEFAULTS, RemoteFiles.NONE);
    }

    /** This with other files. */
    public LoadRequest withFiles(List<String> other) {
        return new LoadRequest(other, projectDirectory, currentDirectory, name, profiles, envFiles, services,
                environment, source, options, remotes);
    }

    /** This with a project directory, relative to the current one; null to find it. */
    public LoadRequest withProjectDirectory(@Nullable Path other) {
        return new LoadRequest(files, other, currentDirectory, name, profiles, envFiles, services, environment,
                source, options, remotes);
    }

    /** This with a name; null to find it. */
    public LoadRequest withName(@Nullable String other) {
        return new LoadRequest(files, projectDirectory, currentDirectory, other, profiles, envFiles, services,
                environment, source, options, remotes);
    }

    /** This with other profiles. */
    public LoadRequest withProfiles(List<String> other) {
        return new LoadRequest(files, projectDirectory, currentDirectory, name, other, envFiles, services,
                environment, source, options, remotes);
    }

    /** This with other env files. */
    public LoadRequest withEnvFiles(List<String> other) {
        return new LoadRequest(files, projectDirectory, currentDirectory, name, profiles, other, services,
                environment, source, options, remotes);
    }

    /** This for some services only; empty for all. */
    public LoadRequest withServices(List<String> other) {
        return new LoadRequest(files, projectDirectory, currentDirectory, name, profiles, envFiles, other,
                environment, source, options, remotes);
    }

    /** This with other variables. */
    public LoadRequest withEnvironment(Environment other) {
        return new LoadRequest(files, projectDirectory, currentDirectory, name, profiles, envFiles, services, other,
                source, options, remotes);
    }

    /** This with files from elsewhere. */
    public LoadRequest withSource(FileSource other) {
        return new LoadRequest(files, projectDirectory, currentDirectory, name, profiles, envFiles, services,
                environment, other, options, remotes);
    }

    /** This with other options. */
    public LoadRequest withOptions(LoadOptions other) {
        return new LoadRequest(files, projectDirectory, currentDirectory, name, profiles, envFiles, services,
                environment, source, other, remotes);
    }

    /** This with another way to what is not on this machine. */
    public LoadRequest withRemotes(RemoteFiles other) {
        return new LoadRequest(files, projectDirectory, currentDirectory, name, profiles, envFiles, services,
                environment, source, options, other);
    }
}
