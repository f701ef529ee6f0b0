package dev.jcompose.watch;

import dev.jcompose.source.ComposeException;

/** A project cannot be watched. */
public final class WatchException extends ComposeException {
    private static final long serialVersionUID = 1L;

    WatchException(String message) {
        super(message);
    }

    WatchException(String message, Throwable cause) {
        super(message, cause);
    }
}
