package dev.jcompose.load;

import dev.jcompose.env.DotEnv;
import dev.jcompose.env.Environment;
import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.template.Variables;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds the variables of env files to those of the caller, which win. */
final class EnvironmentFiles {
    private static final String DEFAULT = ".env";
    private static final String DISABLE = "COMPOSE_DISABLE_ENV_FILE";

    private final LoadRequest request;
    private final Problems problems;
    private final FileNames names;
    private final List<String> named;
    private final Set<Path> read = new HashSet<>();

    EnvironmentFiles(LoadRequest request, Problems problems) {
        this.request = request;
        this.problems = problems;
        this.names = new FileNames(request.currentDirectory());
        this.named = request.envFiles().isEmpty()
                ? Arrays.stream(request.environment().getOrDefault("COMPOSE_ENV_FILES", "").split(",", -1))
                        .filter(name -> !name.isEmpty())
                        .toList()
                : request.envFiles();
    }

    /** The files that were asked for, as they were named. */
    List<String> named() {
        return named;
    }

    /**
     * The variables so far and those of the files asked for, else of the {@code .env} in a folder; what the variables
     * so far hold already is not read again.
     */
    Environment over(Environment environment, Path folder) {
        if (!read.add(named.isEmpty() ? folder.resolve(DEFAULT) : request.currentDirectory())) {
            return environment;
        }
        if (!named.isEmpty()) {
            Environment added = Environment.EMPTY;
            for (String name : named) {
                added = read(request.currentDirectory().resolve(name), environment, added);
            }
            return environment.orElse(added);
        }
        Path file = folder.resolve(DEFAULT);
        if (disabled(environment) || !request.source().exists(file) || request.source().isDirectory(file)) {
            return environment;
        }
        Environment all = environment.orElse(read(file, environment, Environment.EMPTY));
        return environment.find(DISABLE) == null && disabled(all) ? environment.orElse(settings(all)) : all;
    }

    /** A file that disables itself gives no variables, but still says how Compose is to work. */
    private static Environment settings(Environment all) {
        Map<String, Variables.Value> settings = new LinkedHashMap<>();
        for (String name : all.names()) {
            Variables.Value value = all.find(name);
            if (name.startsWith("COMPOSE_") && value != null) {
                settings.put(name, value);
            }
        }
        return Environment.of(settings);
    }

    private Environment read(Path file, Environment known, Environment earlier) {
        String name = names.of(file);
        try {
            return DotEnv.read(name, request.source().read(file.normalize()), known, earlier, problems);
        } catch (NoSuchFileException e) {
            String near = Neighbours.hint(file.normalize(), request.source());
            error(name, "no such env file", near.isEmpty() ? "looked for " + file.normalize() : near);
        } catch (IOException e) {
            error(name, Unreadable.reason(e), "");
        }
        return earlier;
    }

    private boolean disabled(Environment environment) {
        Variables.Value found = environment.find(DISABLE);
        if (found == null) {
            return false;
        }
        return switch (found.value()) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> {
                problems.add(Problem.error(environment.place(DISABLE), YamlPath.of(DISABLE),
                        "'" + found.value() + "' is neither true nor false", "use 1 or 0"));
                yield false;
            }
        };
    }

    private void error(String name, String message, String hint) {
        problems.add(Problem.error(new Position(name, 1, 1), YamlPath.ROOT, message, hint));
    }
}
