package dev.jcompose.command;

import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Execs.TerminalSize;
import dev.jcompose.run.Streams;
import dev.jcompose.terminal.Signals;
import dev.jcompose.terminal.Terminal;
import dev.jcompose.terminal.Terminal.Stream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Puts the user through to a process in a container: keys go there as they are pressed, the window's size is passed on,
 * and signals are forwarded.
 */
final class Conversing {
    private static final int ATTEMPTS = 40;
    private static final long PAUSE_MILLIS = 50;

    private final Terminal terminal;
    private final boolean tty;
    private final boolean interactive;

    /**
     * @param tty
     *            whether the process has a terminal
     * @param interactive
     *            whether it is given our input
     */
    Conversing(Terminal terminal, boolean tty, boolean interactive) {
        this.terminal = terminal;
        this.tty = tty;
        this.interactive = interactive;
    }

    /** Whether a process gets a terminal where nothing is said: if there is a person at both ends. */
    static boolean isPerson(Terminal terminal) {
        return terminal.isTerminal(Stream.IN) && terminal.isTerminal(Stream.OUT);
    }

    /** How large a process's terminal is to be: as large as ours. */
    static TerminalSize size(Terminal terminal) {
        return new TerminalSize(terminal.width(), terminal.height());
    }

    /**
     * Talks until the process ends.
     *
     * @param talk
     *            holds the conversation and gives the exit code
     * @param resize
     *            told columns and rows, at the start and whenever they change
     * @param signals
     *            told the signals that are for the process, {@code SIGTERM}
     */
    int hold(ToIntFunction<Streams> talk, BiConsumer<Integer, Integer> resize, Consumer<String> signals) {
        Streams streams = new Streams(interactive ? terminal.in() : null, terminal.out(), terminal.err());
        Signals forwarded = Signals.handle(name -> signals.accept("SIG" + name), "INT", "TERM", "HUP", "USR1",
                "USR2");
        try {
            return tty ? onTerminal(talk, streams, resize) : talk.applyAsInt(streams);
        } finally {
            forwarded.close();
        }
    }

    private int onTerminal(ToIntFunction<Streams> talk, Streams streams, BiConsumer<Integer, Integer> resize) {
        Terminal.RawMode raw = interactive ? terminal.raw() : () -> {};
        Signals window = Signals.handle(name -> resize(resize), "WINCH");
        try {
            Thread.ofPlatform().daemon().name("window-size").start(() -> resize(resize));
            return talk.applyAsInt(streams);
        } finally {
            window.close();
            raw.close();
        }
    }

    /** One at a time: what was measured later must not be overtaken by what was measured before. */
    private synchronized void resize(BiConsumer<Integer, Integer> resize) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                TerminalSize size = size(terminal);
                resize.accept(size.columns(), size.rows());
                return;
            } catch (EngineException.Interrupted e) {
                return;
            } catch (EngineException notNow) {
                // The process is not there yet, or not any more.
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
