package dev.jcompose;

import dev.jcompose.report.ProblemReport;
import dev.jcompose.source.ComposeException;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.terminal.Ansi;
import dev.jcompose.terminal.Terminal;
import java.io.PrintStream;
import java.nio.file.Path;

/** The only place that turns exceptions into text and exit codes. */
final class ErrorReport {
    /** A compile-time constant: it is there where this class is not. */
    static final String DAMAGED = "jcompose's own files are damaged or not of one version; install it again: ";

    private final Terminal terminal;
    private final PrintStream err;
    private final Ansi ansi;
    private final Path folder;
    private final boolean verbose;

    /**
     * @param folder
     *            the working directory
     */
    ErrorReport(Terminal terminal, Ansi ansi, Path folder, boolean verbose) {
        this.terminal = terminal;
        this.err = terminal.err();
        this.ansi = ansi;
        this.folder = folder;
        this.verbose = verbose;
    }

    /** Tells what went wrong; returns the exit code. */
    int report(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (thrown instanceof InvalidProjectException invalid) {
            new ProblemReport(terminal, ansi, folder).print(invalid.problems());
        } else if (thrown instanceof ComposeException) {
            err.println(thrown.getMessage());
        } else if (thrown instanceof LinkageError) {
            err.println(DAMAGED + thrown);
        } else {
            err.println("unexpected: " + thrown + "; run again with --verbose before the command to see where");
        }
        if (verbose) {
            thrown.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }
}
