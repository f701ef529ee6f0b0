package dev.jcompose;

/** How a run ends, where it is not the exit code of a container's command. */
public final class ExitCode {
    /** All was done. */
    public static final int OK = 0;
    /** Something could not be done, or the command line was wrong. */
    public static final int FAILED = 1;
    /** A command took longer than {@code run --timeout} lets it. */
    public static final int TIMED_OUT = 124;
    /** The command of a container may not be run. */
    public static final int NOT_EXECUTABLE = 126;
    /** The command of a container is not there. */
    public static final int NOT_FOUND = 127;
    /** A plan that is not empty, told by {@code plan}. */
    public static final int CHANGES = 2;
    /** The terminal has gone. */
    public static final int HUNG_UP = 129;
    /** Ended by Ctrl-C or SIGTERM. */
    public static final int INTERRUPTED = 130;

    /** Nobody reads the results any more: what shells say of programs that are ended by SIGPIPE. */
    public static final int NOBODY_READS = 141;
    /** Ended by SIGTERM while a command of {@code exec} ran. */
    public static final int TERMINATED = 143;

    private ExitCode() {
    }
}
