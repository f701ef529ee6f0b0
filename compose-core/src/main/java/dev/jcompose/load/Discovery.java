package dev.jcompose.load;

import dev.jcompose.env.Environment;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a project: those asked for, those that {@code COMPOSE_FILE} names, or the first of the default
 * names in the current folder or the nearest one above it, with its override file.
 */
final class Discovery {
    static final String STANDARD_INPUT = "-";

    private static final List<String> NAMES = List.of("compose.yaml", "compose.yml", "docker-compose.yml",
            "docker-compose.yaml");
    private static final List<String> OVERRIDES = List.of("compose.override.yml", "compose.override.yaml",
            "docker-compose.override.yml", "docker-compose.override.yaml");

    private final LoadRequest request;
    private final Problems problems;

    Discovery(LoadRequest request, Problems problems) {
        this.request = request;
        this.problems = problems;
    }

    /**
     * The project's files.
     *
     * @throws InvalidProjectException
     *             if there are none, or what they are found by is wrong
     */
    ProjectFiles find() {
        EnvironmentFiles envFiles = new EnvironmentFiles(request, problems);
        Environment environment = request.environment();
        if (environment.find("PWD") == null) {
            environment = environment.with("PWD", request.currentDirectory().toString(), Environment.SHELL);
        }
        List<String> files = absolute(request.files());
        environment = envFiles.over(environment, directory(files));
        if (files.isEmpty()) {
            files = named(environment);
        }
        if (files.isEmpty()) {
            files = search(directory(files));
        }
        environment = envFiles.over(environment, directory(files));
        if (files.isEmpty()) {
            problems.add(Problem.error(Position.whole(request.currentDirectory().toString()), YamlPath.ROOT,
                    "no Compose file here or in a folder above", "create compose.yaml, or name a file with -f"));
        }
        problems.throwIfAny();
        List<String> asked = envFiles.named()
                .stream()
                .map(name -> request.currentDirectory().resolve(name).normalize().toString())
                .toList();
        return new ProjectFiles(files, directory(files), asked, environment, profiles(environment));
    }

    private List<String> absolute(List<String> names) {
        return names.stream().map(this::absolute).toList();
    }

    private String absolute(String name) {
        if (RemoteReference.is(name)) {
            problems.add(Problem.error(new Position(name, 1, 1), YamlPath.ROOT,
                    "files of git repositories and OCI artifacts cannot be loaded",
                    "fetch it and name the local copy"));
        }
        return name.equals(STANDARD_INPUT) ? name : request.currentDirectory().resolve(name).normalize().toString();
    }

    private List<String> named(Environment environment) {
        String names = environment.get("COMPOSE_FILE");
        if (names == null) {
            return List.of();
        }
        String separator = environment.getOrDefault("COMPOSE_PATH_SEPARATOR", File.pathSeparator);
        return absolute(Arrays.asList(names.split(Pattern.quote(separator), -1)));
    }

    private List<String> search(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            String file = first(folder, NAMES, "Compose");
            if (file != null) {
                String override = first(folder, OVERRIDES, "override");
                return override == null ? List.of(file) : List.of(file, override);
            }
        }
        return List.of();
    }

    private @Nullable String first(Path folder, List<String> names, String kind) {
        List<Path> found = names.stream().map(folder::resolve).filter(request.source()::exists).toList();
        if (found.size() > 1) {
            problems.add(Problem.warning(new Position(String.valueOf(found.getFirst().getFileName()), 1, 1),
                    YamlPath.ROOT, "used, though there is more than one " + kind + " file here",
                    "remove " + String.join(", ", found.stream().skip(1).map(p -> String.valueOf(p.getFileName()))
                            .toList())));
        }
        return found.isEmpty() ? null : found.getFirst().toString();
    }

    private Path directory(List<String> files) {
        Path asked = request.projectDirectory();
        if (asked != null) {
            return request.currentDirectory().resolve(asked).normalize();
        }
        for (String file : files) {
            Path parent = file.equals(STANDARD_INPUT) ? null : Path.of(file).getParent();
            if (parent != null) {
                return parent;
            }
        }
        return request.currentDirectory();
    }

    private List<String> profiles(Environment environment) {
        if (!request.profiles().isEmpty()) {
            return request.profiles();
        }
        List<String> profiles = new ArrayList<>();
        for (String name : environment.getOrDefault("COMPOSE_PROFILES", "").split(",", -1)) {
            if (!name.isBlank()) {
                profiles.add(name.strip());
            }
        }
        return profiles;
    }
}
