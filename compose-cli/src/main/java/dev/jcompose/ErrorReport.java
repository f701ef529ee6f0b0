package dev.jcompose;

import dev.jcompose.source.ComposeException;
import java.io.PrintStream;

/** The only place that turns exceptions into text and exit codes. */
final class ErrorReport {
    private final PrintStream err;
    private final boolean verbose;

    ErrorReport(PrintStream err, boolean verbose) {
        this.err = err;
        this.verbose = verbose;
    }

    /** Tells what went wrong; returns the exit code. */
    int report(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (thrown instanceof ComposeException) {
            err.println(thrown.getMessage());
        } else {
            err.println("unexpected: " + thrown + "; run again with --verbose before the command to see where");
        }
        if (verbose) {
            thrown.printStackTrace(err);
        }
        return ExitCode.FAILED;
    }
}
