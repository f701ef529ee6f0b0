package dev.jcompose.process;

import dev.jcompose.source.CancelledException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a program to its end, or to ours: it does not outlive an interruption. Any thread may run several at once. */
public final class Program {
    private static final long GRACE_SECONDS = 5;

    private Program() {
    }

    /**
     * Gives the program's exit status, when all it wrote has been handed on.
     *
     * @param command
     *            its name or path, and its arguments
     * @param directory
     *            where it runs; null for where we do
     * @param environment
     *            all that it gets
     * @param input
     *            what it reads from its standard input
     * @param out
     *            takes the lines of its standard output, on another thread
     * @param err
     *            takes the lines of its standard error, on yet another thread
     * @throws IOException
     *             if it cannot be started
     * @throws CancelledException
     *             if the thread was interrupted; the program has ended then
     */
    public static int run(List<String> command, @Nullable Path directory, Map<String, String> environment, byte[] input,
            Consumer<String> out, Consumer<String> err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
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

    /** It is asked first, so that it can stop what it has begun. */
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
            } catch (IOException | UncheckedIOException closed) {
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
