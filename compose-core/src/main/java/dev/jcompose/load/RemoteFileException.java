package dev.jcompose.load;

import dev.jcompose.source.ComposeException;
import org.jspecify.annotations.Nullable;

/** A file of a git repository or an OCI artifact cannot be had. The message says why, without secrets. */
public final class RemoteFileException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** A reason, and what to do about it, which may be empty. */
    public RemoteFileException(String message, String hint) {
        this(message, hint, null);
    }

    /** A reason with its cause, and what to do about it, which may be empty. */
    public RemoteFileException(String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What to do about it; may be empty. */
    public String hint() {
        return hint;
    }
}
