package dev.jcompose.execute;

import dev.jcompose.source.ComposeException;

/** A mistake of this program: a step ended in a way that nobody thought of. */
final class UnexpectedException extends ComposeException {
    private static final long serialVersionUID = 1L;

    UnexpectedException(RuntimeException cause) {
        super("unexpected: " + cause, cause);
    }
}
