package dev.jcompose.load;

import dev.jcompose.env.Environment;
import java.nio.file.Path;
import java.util.List;

/**
 * What is known of a project before any Compose file is read.
 *
 * @param files
 *            absolute paths, or {@code -}
 * @param directory
 *            what relative paths start from
 * @param home
 *            the folder that names the project unless it is named otherwise, and whose {@code .env} is read; another
 *            one than the directory where a file was fetched
 * @param envFiles
 *            absolute paths of the env files that were asked for
 * @param environment
 *            the request's variables and those of env files
 */
record ProjectFiles(List<String> files, Path directory, Path home, List<String> envFiles, Environment environment,
        List<String> profiles) {
    ProjectFiles {
        files = List.copyOf(files);
        envFiles = List.copyOf(envFiles);
        profiles = List.copyOf(profiles);
    }
}
