package dev.jcompose.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs in a container, and as whom.
 *
 * @param command
 *            null for the image's own; empty for none at all
 * @param entrypoint
 *            null for the image's own; empty for none at all
 * @param environment
 *            a null value stands for a variable that is taken out of the image's environment
 * @param init
 *            whether the engine's init is process 1; null for the engine's default
 */
// The concern's own word; java.lang.Process means nothing to an immutable project.
@SuppressWarnings("AvoidCommonTypeNames")
public record Process(@Nullable List<String> command, @Nullable List<String> entrypoint,
        Map<String, @Nullable String> environment, @Nullable String user, @Nullable String workingDir, boolean tty,
        boolean stdinOpen, @Nullable Boolean init) {
    public Process {
        command = command == null ? null : List.copyOf(command);
        entrypoint = entrypoint == null ? null : List.copyOf(entrypoint);
        environment = Ordered.copyOf(environment);
    }

    static Process decode(Attributes a) {
        return new Process(a.stringsOrNull("command"), a.stringsOrNull("entrypoint"),
                a.nullableStringMap("environment"), a.string("user"), a.string("working_dir"), a.flag("tty"),
                a.flag("stdin_open"), a.bool("init"));
    }

    /** The same process with another command. */
    public Process withCommand(@Nullable List<String> other) {
        return new Process(other, entrypoint, environment, user, workingDir, tty, stdinOpen, init);
    }

    /** The same process with another entrypoint. */
    public Process withEntrypoint(@Nullable List<String> other) {
        return new Process(command, other, environment, user, workingDir, tty, stdinOpen, init);
    }

    /** The same process in another environment. */
    public Process withEnvironment(Map<String, @Nullable String> other) {
        return new Process(command, entrypoint, other, user, workingDir, tty, stdinOpen, init);
    }

    /** The same process, run by another user. */
    public Process withUser(@Nullable String other) {
        return new Process(command, entrypoint, environment, other, workingDir, tty, stdinOpen, init);
    }

    /** The same process, started in another folder. */
    public Process withWorkingDir(@Nullable String other) {
        return new Process(command, entrypoint, environment, user, other, tty, stdinOpen, init);
    }

    /** The same process with other standard streams. */
    public Process withTerminal(boolean otherTty, boolean otherStdinOpen) {
        return new Process(command, entrypoint, environment, user, workingDir, otherTty, otherStdinOpen, init);
    }
}
