package dev.jcompose.load;

import dev.jcompose.env.Environment;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private final Remotes remotes;
    private final Problems problems;

    Discovery(LoadRequest request, Remotes remotes, Problems problems) {
        this.request = request;
        this.remotes = remotes;
        this.problems = problems;
    }

    /**
     * The project's files.
     *
     * @throws InvalidProjectException
     *             if there are none, or they cannot be read before what they are found by is right
     */
    ProjectFiles find() {
        EnvironmentFiles envFiles = new EnvironmentFiles(request, problems);
        Environment environment = request.environment();
        if (environment.find("PWD") == null) {
            environment = environment.with("PWD", request.currentDirectory().toString(), Environment.SHELL);
        }
        List<String> files = request.files().stream().map(this::fetchedOrAbsolute).toList();
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
        if (files.isEmpty() || files.contains(STANDARD_INPUT)) {
            problems.throwIfAny();
        }
        List<String> asked = envFiles.named()
                .stream()
                .map(name -> request.currentDirectory().resolve(name).normalize().toString())
                .toList();
        Path home = directory(files);
        return new ProjectFiles(files, fetchedDirectory(files).orElse(home), home, asked, environment,
                profiles(environment));
    }

    /** Only what the command line names is fetched: variables may come from files that nobody looked at. */
    private String fetchedOrAbsolute(String name) {
        if (!RemoteReference.is(name)) {
            return absolute(name);
        }
        try {
            return remotes.fetch(name).file().toString();
        } catch (RemoteFileException e) {
            problems.add(Problem.error(new Position(RemoteReference.shown(name), 1, 1), YamlPath.ROOT,
                    e.getMessage(), e.hint()));
            return STANDARD_INPUT;
        }
    }

    private String absolute(String name) {
        if (RemoteReference.is(name)) {
            problems.add(Problem.error(new Position(RemoteReference.shown(name), 1, 1), YamlPath.ROOT,
                    "COMPOSE_FILE names files of this machine only", "name it with -f"));
        }
        return name.equals(STANDARD_INPUT) ? name : request.currentDirectory().resolve(name).normalize().toString();
    }

    private List<String> named(Environment environment) {
        String names = environment.get("COMPOSE_FILE");
        if (names == null) {
            return List.of();
        }
        String separator = environment.getOrDefault("COMPOSE_PATH_SEPARATOR", File.pathSeparator);
        return Arrays.stream(names.split(Pattern.quote(separator), -1)).map(this::absolute).toList();
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
            problems.add(
                    Problem.warning(new Position(new FileNames(request.currentDirectory()).of(found.getFirst()), 1, 1),
                            YamlPath.ROOT, "used, though there is more than one " + kind + " file here",
                            "remove "
                                    + String.join(", ", found.stream().skip(1).map(p -> String.valueOf(p.getFileName()))
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
            if (!file.equals(STANDARD_INPUT)) {
                Path path = Path.of(file);
                Path parent = remotes.hold(path) ? null : path.getParent();
                return parent == null ? request.currentDirectory() : parent;
            }
        }
        return request.currentDirectory();
    }

    /** As docker compose has it, the folder of the first file that was fetched goes before all others. */
    private Optional<Path> fetchedDirectory(List<String> files) {
        return files.stream().filter(file -> !file.equals(STANDARD_INPUT)).map(Path::of).filter(remotes::hold)
                .findFirst().map(Path::getParent);
    }

    /** Where the variable names none, the profile without a name is active: a variable may have left it behind. */
    private List<String> profiles(Environment environment) {
        if (!request.profiles().isEmpty()) {
            return request.profiles();
        }
        return Arrays.stream(environment.getOrDefault("COMPOSE_PROFILES", "").split(",", -1)).map(String::strip)
                .toList();
    }
}
