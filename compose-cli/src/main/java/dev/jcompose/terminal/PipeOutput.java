package dev.jcompose.terminal;

import java.io.IOException;
import java.io.OutputStream;

/** Output that tells when nobody is at its other end any more: Java keeps the signal for that from us. */
final class PipeOutput extends OutputStream {
    private static final String NOBODY_READS = "Broken pipe";

    private final OutputStream target;
    private final Runnable readerHasGone;

    PipeOutput(OutputStream target, Runnable readerHasGone) {
        this.target = target;
        this.readerHasGone = readerHasGone;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[]{(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            if (NOBODY_READS.equals(e.getMessage())) {
                readerHasGone.run();
            }
            throw e;
        }
    }
}
