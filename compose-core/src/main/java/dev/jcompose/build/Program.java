package dev.jcompose.build;

import dev.jcompose.source.CancelledException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a program to its end, or to ours: it does not outlive an interruption. */
final class Program {
    private static final long GRACE_SECONDS = 5;

    private Program() {
    }

    /**
     * Gives the program's exit status, when all it wrote has been handed on.
     *
     * @param out
     *            takes the lines of its standard output, on another thread
     * @param err
     *            takes the lines of its standard error, on another thread
     */
    static int run(List<String> command, Path directory, Map<String, String> environment, byte[] input,
            Consumer<String> out, Consumer<String> err) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new BuildFailedException("", "", "cannot start: " + e.getMessage(), List.of());
        }
        Thread outReader = reading(process.getInputStream(), out);
        Thread errReader = reading(process.getErrorStream(), err);
        Thread writer = Thread.ofVirtual().start(() -> write(process.getOutputStream(), input));
        try {
            int status = process.waitFor();
            outReader.join();
            errReader.join();
            writer.join();
            return status;
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** It is asked first, so that it can have its builder stop. */
    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            // asked twice: at once, then
        }
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static Thread reading(InputStream stream, Consumer<String> lines) {
        return Thread.ofVirtual().start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines);
            } catch (IOException | java.io.UncheckedIOException closed) {
                // it has ended
            }
        });
    }

    private static void write(OutputStream stream, byte[] input) {
        try (stream) {
            stream.write(input);
        } catch (IOException closed) {
            // it did not want all of it: its exit status tells why
        }
    }
}
