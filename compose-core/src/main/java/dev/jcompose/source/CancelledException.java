package dev.jcompose.source;

/** The work was interrupted; what had begun was let finish or was broken off, what had not begun was left. */
public final class CancelledException extends ComposeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("interrupted");
    }
}
