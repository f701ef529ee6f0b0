package dev.jcompose;

import dev.jcompose.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal whose output can be read and whose input is given. */
final class StringTerminal implements Terminal {
    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(errBytes, true, StandardCharsets.UTF_8);
    private final InputStream in;

    private final boolean watched;

    StringTerminal(String input) {
        this(input, false);
    }

    /** {@code watched} is whether a person reads the outputs. */
    StringTerminal(String input, boolean watched) {
        this.watched = watched;
        this.in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    }

    String outText() {
        return outBytes.toString(StandardCharsets.UTF_8);
    }

    String errText() {
        return errBytes.toString(StandardCharsets.UTF_8);
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
        return watched && stream != Stream.IN;
    }

    @Override
    public int width() {
        return 80;
    }

    @Override
    public int height() {
        return 24;
    }

    @Override
    public RawMode keys() {
        return () -> {};
    }

    @Override
    public RawMode raw() {
        return () -> {};
    }
}
