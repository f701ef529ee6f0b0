package dev.jcompose.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/** The process's own streams. */
public final class ProcessTerminal implements Terminal {
    private static final int BUFFER = 64 * 1024;

    private final InputStream in = new FileInputStream(FileDescriptor.in);
    private final PrintStream out;
    private final PrintStream err = stream(new FileOutputStream(FileDescriptor.err));
    private final Set<Stream> terminals;

    private ProcessTerminal(Set<Stream> terminals, Runnable readerHasGone) {
        this.terminals = terminals;
        this.out = stream(new PipeOutput(new FileOutputStream(FileDescriptor.out), readerHasGone));
    }

    /**
     * The process's streams.
     *
     * @param terminals
     *            the numbers of those that are terminals, as the launcher found them with the shell's own test: {@code
     *            "012"} for all
     * @param readerHasGone
     *            what is done when results are written to a pipe that nobody reads any more: other programs are ended
     *            by a signal then
     */
    public static ProcessTerminal of(String terminals, Runnable readerHasGone) {
        Set<Stream> streams = EnumSet.noneOf(Stream.class);
        for (Stream stream : Stream.values()) {
            if (terminals.contains(stream.number())) {
                streams.add(stream);
            }
        }
        return new ProcessTerminal(streams, readerHasGone);
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public boolean isTerminal(Stream stream) {
        return terminals.contains(stream);
    }

    @Override
    public int width() {
        return terminals.isEmpty() ? Stty.DEFAULT_WIDTH : Stty.size()[1];
    }

    @Override
    public int height() {
        return terminals.isEmpty() ? Stty.DEFAULT_HEIGHT : Stty.size()[0];
    }

    @Override
    public RawMode raw() {
        return isTerminal(Stream.IN) ? Stty.raw() : () -> {};
    }

    @Override
    public RawMode keys() {
        return isTerminal(Stream.IN) ? Stty.keys() : () -> {};
    }

    private static PrintStream stream(OutputStream target) {
        return new PrintStream(new BufferedOutputStream(target, BUFFER), false, StandardCharsets.UTF_8);
    }
}
