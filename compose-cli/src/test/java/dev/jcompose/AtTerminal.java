package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.pty.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program in a terminal's window: a shell runs one command line, tells its exit code and whether the terminal is as
 * it was before.
 */
final class AtTerminal implements AutoCloseable {
    static final String CTRL_C = "\u0003";
    static final String DETACH = "\u0010\u0011";
    private static final String SHELL = """
            before=$(stty -g)
            trap : INT HUP TERM
            "$@"
            code=$?
            if [ "$(stty -g)" = "$before" ]; then
                echo "ended with $code, terminal as before"
            else
                echo "ended with $code, terminal changed"
                until [ "$(stty -g)" = "$before" ]; do sleep 0.05; done
                echo "terminal as before"
            fi
            """;

    private final PseudoTerminal terminal;
    private int read;

    private AtTerminal(PseudoTerminal terminal) {
        this.terminal = terminal;
    }

    /** Starts a command line on a project. */
    static AtTerminal run(EngineCli cli, String... words) throws IOException {
        return run(cli, Map.of(), words);
    }

    /** Starts it with variables of its own. */
    static AtTerminal run(EngineCli cli, Map<String, String> environment, String... words) throws IOException {
        Path launcher = Installed.below(Files.createTempDirectory(cli.folder, "installed"));
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "sh", launcher.toString()));
        line.addAll(cli.line(words));
        return new AtTerminal(PseudoTerminal.start(cli.folder, environment, line));
    }

    /** Waits until this is printed, after what was waited for before. */
    AtTerminal await(String text) throws InterruptedException {
        read = terminal.await(text, read);
        return this;
    }

    AtTerminal type(String keys) throws IOException {
        terminal.type(keys);
        return this;
    }

    AtTerminal resize(int columns, int rows) {
        terminal.resize(columns, rows);
        return this;
    }

    /** Sends the program a signal. */
    AtTerminal signal(String name) throws IOException, InterruptedException {
        ProcessHandle program = terminal.program().children().findFirst().orElseThrow();
        assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(program.pid())).start().waitFor());
        return this;
    }

    /** Waits for the end, which must leave the terminal as it was. */
    void endsWith(int code) throws InterruptedException {
        await("ended with " + code + ", terminal as before");
    }

    /** Waits for the end of a program that could not do anything about it. */
    void endsKilled() throws InterruptedException {
        await("ended with 137, ").await("terminal as before");
    }

    /** The window goes, with the shell in it; returns when the program has ended. */
    void vanish() throws Exception {
        ProcessHandle program = terminal.program().children().findFirst().orElseThrow();
        terminal.program().destroyForcibly();
        program.onExit().get(60, TimeUnit.SECONDS);
    }

    String printed() {
        return terminal.printed();
    }

    @Override
    public void close() {
        terminal.close();
    }
}
