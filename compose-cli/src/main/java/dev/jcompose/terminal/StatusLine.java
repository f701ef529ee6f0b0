package dev.jcompose.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A line that stays below all others on a terminal: what is printed goes above it. Safe for use by many threads. */
public final class StatusLine implements AutoCloseable {
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream terminal;
    private String text = "";

    /** Nothing is shown yet. */
    public StatusLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Shows this text instead of what was shown. */
    public synchronized void show(String line) {
        text = line;
        terminal.print(ERASE + text);
        terminal.flush();
    }

    /** A stream for whole lines, each printed above this one. */
    public PrintStream above(PrintStream target) {
        return new PrintStream(target, false, StandardCharsets.UTF_8) {
            @Override
            public void println(Object line) {
                println(String.valueOf(line));
            }

            @Override
            public void println(String line) {
                synchronized (StatusLine.this) {
                    terminal.print(ERASE);
                    terminal.flush();
                    target.println(line);
                    target.flush();
                    terminal.print(text);
                    terminal.flush();
                }
            }
        };
    }

    @Override
    public synchronized void close() {
        text = "";
        terminal.print(ERASE);
        terminal.flush();
    }
}
