package dev.jcompose.copy;

import dev.jcompose.source.ComposeException;

/** Something cannot be copied to where it is wanted. */
public final class CopyException extends ComposeException {
    private static final long serialVersionUID = 1L;

    CopyException(String message) {
        super(message);
    }

    CopyException(String message, Throwable cause) {
        super(message, cause);
    }
}
