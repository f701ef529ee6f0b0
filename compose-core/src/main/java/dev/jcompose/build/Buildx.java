package dev.jcompose.build;

import dev.jcompose.registry.ClientPlugins;
import java.io.File;
import java.io.IOException;
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
    private static final File NULL = new File("/dev/null");
    private static final long ANSWER_SECONDS = 10;

    Buildx { command = List.copyOf(command); }

    /** Looks for it; nothing where neither it nor a client is to be found. */
    static Optional<Buildx> find(Map<String, String> environment) {
        Optional<Path> plugin = ClientPlugins.find("buildx", environment)
                .or(() -> ClientPlugins.onPath("docker-buildx", environment));
        if (plugin.isPresent()) {
            return plugin.map(program -> new Buildx(List.of(program.toString()), true));
        }
        return ClientPlugins.onPath("docker", environment)
                .map(client -> new Buildx(List.of(client.toString(), "buildx"), false));
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
