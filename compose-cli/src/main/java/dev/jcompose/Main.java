package dev.jcompose;

import dev.jcompose.command.Surroundings;
import dev.jcompose.terminal.ProcessTerminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The program. */
public final class Main {
    private Main() {
    }

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] words) {
        int code = CommandLine.run(List.of(words), ofProcess());
        // Not System.exit: that asks every jar for a logger first, which takes longer than most commands.
        Runtime.getRuntime().halt(code);
    }

    /** What the process gives a run. */
    static Surroundings ofProcess() {
        return new Surroundings(ProcessTerminal.of(System.getProperty("jcompose.terminals", ""),
                () -> Runtime.getRuntime().halt(ExitCode.NOBODY_READS)), System.getenv(),
                Path.of("").toAbsolutePath(), new ProcessEngines(), InstantSource.system());
    }
}
