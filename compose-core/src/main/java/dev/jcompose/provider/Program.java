package dev.jcompose.provider;

import dev.jcompose.source.CancelledException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a program that is given nothing to read, to its end or to ours: it does not outlive an interruption. */
final class Program {
    private static final long GRACE_SECONDS = 5;

    private Program() {
    }

    /**
     * Gives the exit status, when all that the program wrote has been handed on.
     *
     * @param out
     *            takes the lines of its standard output, on another thread
     * @param err
     *            takes the lines of its standard error, on yet another thread
     */
    static int run(List<String> command, Path directory, Map<String, String> environment, Consumer<String> out,
            Consumer<String> err) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        if (directory.toFile().isDirectory()) {
            builder.directory(directory.toFile());
        }
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new ProviderException("cannot start " + command.getFirst() + ": " + e.getMessage(), e);
        }
        Thread outReader = reading(process.getInputStream(), out);
        Thread errReader = reading(process.getErrorStream(), err);
        try {
            int status = process.waitFor();
            outReader.join();
            errReader.join();
            return status;
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            // Asked twice: at once, then.
        }
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static Thread reading(InputStream stream, Consumer<String> lines) {
        return Thread.ofVirtual().start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines);
            } catch (IOException | UncheckedIOException closed) {
                // It has ended.
            }
        });
    }
}
