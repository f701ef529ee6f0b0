package dev.jcompose.engine.memory;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.engine.Health;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What containers do when they are started or execute a command. */
@FunctionalInterface
public interface Program {
    /** The small shell. */
    Program SHELL = (spec, command, input) -> new SmallShell(command, input).run();

    /**
     * Runs a command.
     *
     * @param spec
     *            the container
     * @param command
     *            entrypoint and command of the container, or the command executed in it
     * @param input
     *            all that was written to it; null while its input is open
     */
    Outcome run(ContainerSpec spec, List<String> command, @Nullable String input);

    /**
     * What a command did.
     *
     * @param stdout
     *            what it wrote
     * @param stderr
     *            what it wrote besides
     * @param exitCode
     *            null where it goes on running
     * @param health
     *            what a health check finds; counts where there is a check
     * @param wantsInput
     *            whether it waits for its input to end, and is to be run again then
     */
    record Outcome(String stdout, String stderr, @Nullable Integer exitCode, Health.Status health,
            boolean wantsInput) {
        /** Runs on, healthy, and says nothing. */
        public static final Outcome RUNNING = new Outcome("", "", null, Health.Status.HEALTHY, false);

        /** Ends with a code. */
        public static Outcome exit(int code) {
            return new Outcome("", "", code, Health.Status.HEALTHY, false);
        }

        /** The same with another finding of the health check. */
        public Outcome withHealth(Health.Status other) {
            return new Outcome(stdout, stderr, exitCode, other, wantsInput);
        }
    }

    /** A container's command as the engine puts it together. */
    static List<String> commandOf(ContainerSpec spec) {
        List<String> command = new ArrayList<>();
        if (spec.service().process().entrypoint() != null) {
            command.addAll(spec.service().process().entrypoint());
        }
        if (spec.service().process().command() != null) {
            command.addAll(spec.service().process().command());
        }
        return command;
    }
}
