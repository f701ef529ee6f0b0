package dev.jcompose.bridge;

import dev.jcompose.source.ComposeException;

/** A transformation cannot be had, or fails. */
public final class BridgeException extends ComposeException {
    private static final long serialVersionUID = 1L;

    BridgeException(String message) {
        super(message);
    }

    BridgeException(String message, Throwable cause) {
        super(message, cause);
    }
}
