package dev.jcompose.registry;

import dev.jcompose.source.ComposeException;
import org.jspecify.annotations.Nullable;

/** A registry refused, or could not be reached. The message tells which, and what it said. */
public final class RegistryException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** A reason; {@code status} is that of the answer, 0 if there was none. */
    public RegistryException(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The status of the answer; 0 if there was none. */
    public int status() {
        return status;
    }
}
