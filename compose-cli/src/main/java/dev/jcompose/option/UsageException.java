package dev.jcompose.option;

import dev.jcompose.source.ComposeException;

/** The command line itself is wrong. Its message is a line that says what, and what to do. */
public final class UsageException extends ComposeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
