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

/**
 * The user's buildx, where the Docker client looks for its plugins.
 *
 * @param command
 *            the first words of its command line
 * @param certain
 *            whether the program was seen; else a client was, which may have it where nobody else looks
 */
record Buildx(List<String> command, boolean certain) {
    private static final List<String> SYSTEM = List.of("/usr/local/lib/docker/cli-plugins",
            "/usr/local/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins",
            "/usr/libexec/docker/cli-plugins");
    private static final String PLUGIN = "docker-buildx";
    private static final File NULL = new File("/dev/null");
    private static final long ANSWER_SECONDS = 10;

    Buildx { command = List.copyOf(command); }

    /** Looks for it; nothing where neither it nor a client is to be found. */
    static Optional<Buildx> find(Map<String, String> environment) {
        ClientConfiguration configuration = ClientConfiguration.read(environment);
        List<String> directories = new ArrayList<>(configuration.pluginDirectories());
        directories.add(configuration.directory().resolve("cli-plugins").toString());
        directories.addAll(SYSTEM);
        List<String> path = List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator));
        directories.addAll(path);
        Optional<Path> plugin = executable(directories, PLUGIN);
        if (plugin.isPresent()) {
            return plugin.map(program -> new Buildx(List.of(program.toString(), "buildx"), true));
        }
        return executable(path, "docker").map(client -> new Buildx(List.of(client.toString(), "buildx"), false));
    }

    private static Optional<Path> executable(List<String> directories, String name) {
        return directories.stream().filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }

    /** Whether it answers at all. To ask costs a good part of what a build does that changes nothing. */
    boolean answers(Map<String, String> environment) {
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
}
