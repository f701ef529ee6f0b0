package dev.jcompose.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands run in running containers. */
public interface Execs {
    /**
     * Prepares a command and returns its id ({@code POST /containers/{id}/exec}).
     *
     * @throws EngineException.Conflict
     *             if the container does not run
     */
    String create(String container, ExecSpec spec);

    /** Runs it and talks to it ({@code POST /exec/{id}/start}). */
    Session start(String exec);

    /** Runs it and leaves it alone ({@code POST /exec/{id}/start} with {@code Detach}). */
    void startDetached(String exec);

    /** {@code GET /exec/{id}/json}. */
    ExecDetails inspect(String exec);

    /** {@code POST /exec/{id}/resize}, in character cells. */
    void resize(String exec, int columns, int rows);

    /**
     * A command.
     *
     * @param environment
     *            {@code K=V}
     * @param user
     *            null for the container's own
     * @param workingDir
     *            null for the container's own
     * @param detachKeys
     *            null for the engine's own
     * @param size
     *            of the terminal at the start, from API 1.42 on; null where not known
     */
    record ExecSpec(List<String> command, List<String> environment, @Nullable String user, @Nullable String workingDir,
            boolean privileged, boolean tty, boolean stdin, boolean stdout, boolean stderr,
            @Nullable String detachKeys, @Nullable TerminalSize size) {
        public ExecSpec {
            command = List.copyOf(command);
            environment = List.copyOf(environment);
        }

        /** A command whose output is read. */
        public static ExecSpec of(String... command) {
            return new ExecSpec(List.of(command), List.of(), null, null, false, false, false, true, true, null, null);
        }
    }

    /** Character cells. */
    record TerminalSize(int columns, int rows) {}

    /** How a command is doing; its exit code is null while it runs or before it does. */
    record ExecDetails(String id, String container, boolean running, @Nullable Integer exitCode, long pid) {}
}
