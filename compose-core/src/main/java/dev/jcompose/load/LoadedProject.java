package dev.jcompose.load;

import dev.jcompose.env.Environment;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectOrigin;
import dev.jcompose.source.Problem;
import dev.jcompose.yaml.AttributePath;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Node;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a load gives: the canonical tree, and with what it was made. Immutable.
 *
 * @param name
 *            the project's
 * @param directory
 *            absolute; what relative paths started from
 * @param files
 *            the Compose files, absolute paths or {@code -}, without included and extended ones
 * @param envFiles
 *            absolute paths of the env files that were asked for; a {@code .env} found unasked is not here
 * @param environment
 *            variables of the request and of env files
 * @param profiles
 *            the active ones
 * @param tree
 *            canonical: what {@code config} prints, before dollar signs are doubled
 * @param disabled
 *            canonical subtrees, by name, of services that take no part
 * @param warnings
 *            what is probably not meant, in file order
 */
public record LoadedProject(String name, Path directory, List<String> files, List<String> envFiles,
        Environment environment, List<String> profiles, Mapping tree, Mapping disabled, List<Problem> warnings) {
    public LoadedProject {
        files = List.copyOf(files);
        envFiles = List.copyOf(envFiles);
        profiles = List.copyOf(profiles);
        warnings = List.copyOf(warnings);
    }

    /** The same as values, for planning. */
    public Project project() {
        return Project.decode(ApiSocket.spelledOut(tree), disabled,
                new ProjectOrigin(directory.toString(), files, envFiles,
                        new LinkedHashSet<>(profiles), environment.toMap(), warnings));
    }

    /**
     * Any attribute of the canonical tree by the path that a person would write: {@code services.web.ports[0]}; empty
     * if it leads nowhere. See {@link AttributePath}.
     */
    public Optional<Node> at(String path) {
        return AttributePath.value(tree, path);
    }

    LoadedProject with(Mapping otherTree, Mapping otherDisabled) {
        return new LoadedProject(name, directory, files, envFiles, environment, profiles, otherTree, otherDisabled,
                warnings);
    }
}
