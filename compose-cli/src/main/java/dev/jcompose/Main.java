package dev.jcompose;

import dev.jcompose.command.Surroundings;
import dev.jcompose.terminal.ProcessTerminal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The program. */
public final class Main {
    private static final String CHANNELS = "java.nio.channels.spi.SelectorProvider";

    private Main() {
    }

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] words) {
        int code = run(words);
        // Not System.exit: that asks every jar for a logger first, which takes longer than most commands.
        Runtime.getRuntime().halt(code);
    }

    /** Where not even what tells of errors can be loaded, a line is all that there can be. */
    private static int run(String[] words) {
        try {
            return CommandLine.run(List.of(words), ofProcess());
        } catch (LinkageError damaged) {
            System.err.println(ErrorReport.DAMAGED + damaged);
            return ExitCode.FAILED;
        }
    }

    /** What the process gives a run. */
    static Surroundings ofProcess() {
        nameChannels();
        return new Surroundings(ProcessTerminal.of(System.getProperty("jcompose.terminals", ""),
                () -> Runtime.getRuntime().halt(ExitCode.NOBODY_READS)), System.getenv(),
                Path.of("").toAbsolutePath(), new ProcessEngines(), InstantSource.system());
    }

    /**
     * Says which channels this system has. Java would ask every jar for others first: none has any, and opening them
     * all takes longer than loading a project.
     */
    private static void nameChannels() {
        if (System.getProperty(CHANNELS) != null || !System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try {
            System.setProperty(CHANNELS, Class.forName("sun.nio.ch.EPollSelectorProvider").getName());
        } catch (ClassNotFoundException another) {
            // a Java that has others: it will look for them
        }
    }
}
