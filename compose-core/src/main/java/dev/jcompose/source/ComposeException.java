package dev.jcompose.source;

import org.jspecify.annotations.Nullable;

/**
 * Whatever a person can be told about and mend: the root of all exceptions that this library throws on purpose. Its
 * message is complete: it says where, what, and what to do.
 */
public abstract class ComposeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected ComposeException(String message) {
        super(message);
    }

    protected ComposeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
