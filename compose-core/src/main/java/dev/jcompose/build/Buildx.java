package dev.jcompose.build;

import dev.jcompose.registry.ClientConfiguration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds the user's buildx, where the Docker client looks for its plugins. */
final class Buildx {
    private static final List<String> SYSTEM = List.of("/usr/local/lib/docker/cli-plugins",
            "/usr/local/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins",
            "/usr/libexec/docker/cli-plugins");
    private static final String PLUGIN = "docker-buildx";
    private static final long ANSWER_SECONDS = 10;

    private Buildx() {
    }

    /** The first words of its command line; nothing where there is none. */
    static Optional<List<String>> find(Map<String, String> environment) {
        ClientConfiguration configuration = ClientConfiguration.read(environment);
        List<String> directories = new ArrayList<>(configuration.pluginDirectories());
        directories.add(configuration.directory().resolve("cli-plugins").toString());
        directories.addAll(SYSTEM);
        List<String> path = List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator));
        directories.addAll(path);
        Optional<Path> plugin = executable(directories, PLUGIN);
        if (plugin.isPresent()) {
            return plugin.map(program -> List.of(program.toString(), "buildx"));
        }
        return executable(path, "docker").map(client -> List.of(client.toString(), "buildx"))
                .filter(command -> answers(command, environment));
    }

    private static Optional<Path> executable(List<String> directories, String name) {
        return directories.stream().filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }

    /** A client may be wrapped and have plugins that nobody else finds: it is asked. */
    private static boolean answers(List<String> command, Map<String, String> environment) {
        List<String> question = new ArrayList<>(command);
        question.add("version");
        ProcessBuilder builder = new ProcessBuilder(question).redirectInput(ProcessBuilder.Redirect.from(NULL))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try {
                return process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new dev.jcompose.source.CancelledException();
        }
    }

    private static final File NULL = new File("/dev/null");
}
