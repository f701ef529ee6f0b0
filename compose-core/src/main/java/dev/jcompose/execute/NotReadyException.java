package dev.jcompose.execute;

import dev.jcompose.source.ComposeException;

/** A service is not, and in its present state will not be, what others wait for. */
public final class NotReadyException extends ComposeException {
    private static final long serialVersionUID = 1L;

    NotReadyException(String message) {
        super(message);
    }
}
