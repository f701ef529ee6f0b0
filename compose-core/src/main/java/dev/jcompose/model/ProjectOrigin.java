package dev.jcompose.model;

import dev.jcompose.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a project was loaded from and with what.
 *
 * @param workingDirectory
 *            absolute path of the folder that relative paths start from
 * @param files
 *            absolute paths of the Compose files, in merge order; {@code -} for standard input
 * @param environmentFiles
 *            absolute paths of the files that were named for interpolation; a {@code .env} found unasked is not here
 * @param profiles
 *            the active ones
 * @param environment
 *            the variables that interpolation, configs and secrets draw from
 * @param warnings
 *            what is allowed but probably not meant
 */
public record ProjectOrigin(String workingDirectory, List<String> files, List<String> environmentFiles,
        Set<String> profiles, Map<String, String> environment, List<Problem> warnings) {
    public ProjectOrigin {
        files = List.copyOf(files);
        environmentFiles = List.copyOf(environmentFiles);
        profiles = Ordered.setOf(profiles);
        environment = Ordered.copyOf(environment);
        warnings = List.copyOf(warnings);
    }

    /** A project that came from no file, such as one rebuilt from the labels of its containers. */
    public static ProjectOrigin none(String workingDirectory) {
        return new ProjectOrigin(workingDirectory, List.of(), List.of(), Set.of(), Map.of(), List.of());
    }
}
