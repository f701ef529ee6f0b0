package dev.jcompose.remote;

import dev.jcompose.load.RemoteFileException;
import dev.jcompose.source.CancelledException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The git client, which knows the user's keys and passwords. It asks nobody, runs no hooks, speaks only protocols that
 * go to another machine, and ends in bounded time.
 */
final class Git {
    private static final int LONGEST_OUTPUT = 1 << 20;
    private static final List<String> REPOSITORY_VARIABLES = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE",
            "GIT_PREFIX", "GIT_CEILING_DIRECTORIES");

    private final Map<String, String> environment;

    Git(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * What it ended with, and what it wrote.
     *
     * @param output
     *            standard output
     * @param complaint
     *            standard error
     */
    record Result(int status, String output, String complaint) {
        /** The last lines of what it complained of, in one. */
        String reason() {
            List<String> lines = complaint.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            return lines.isEmpty()
                    ? "git ended with status " + status
                    : String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        }
    }

    Result run(Duration timeout, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null", "-c",
                "advice.detachedHead=false", "-c", "http.lowSpeedLimit=1", "-c", "http.lowSpeedTime=30"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(variables());
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new RemoteFileException("git cannot be started: " + e.getMessage(), "install git", e);
        }
        try {
            FutureTask<String> output = reading(process.getInputStream());
            FutureTask<String> complaint = reading(process.getErrorStream());
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RemoteFileException("git did not end within " + timeout.toSeconds() + " s", "");
            }
            return new Result(process.exitValue(), output.get(5, TimeUnit.SECONDS), complaint.get(5,
                    TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException | TimeoutException e) {
            throw new RemoteFileException("what git said cannot be read", "", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Map<String, String> variables() {
        Map<String, String> all = new java.util.HashMap<>(environment);
        REPOSITORY_VARIABLES.forEach(all::remove);
        all.putIfAbsent("GIT_TERMINAL_PROMPT", "0");
        all.putIfAbsent("GIT_ALLOW_PROTOCOL", "https:http:ssh:git");
        if (!all.containsKey("GIT_SSH")) {
            all.putIfAbsent("GIT_SSH_COMMAND", "ssh -o ControlMaster=no -o BatchMode=yes -o ConnectTimeout=30");
        }
        return all;
    }

    private static FutureTask<String> reading(InputStream stream) {
        FutureTask<String> reading = new FutureTask<>(() -> {
            try (stream) {
                byte[] beginning = stream.readNBytes(LONGEST_OUTPUT);
                stream.skip(Long.MAX_VALUE);
                return new String(beginning, StandardCharsets.UTF_8);
            }
        });
        Thread.ofVirtual().name("git").start(reading);
        return reading;
    }
}
