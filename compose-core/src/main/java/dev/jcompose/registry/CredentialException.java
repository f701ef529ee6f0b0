package dev.jcompose.registry;

import dev.jcompose.source.ComposeException;
import org.jspecify.annotations.Nullable;

/** Credentials are kept somewhere but could not be had. The message tells where, and never what is secret. */
public final class CredentialException extends ComposeException {
    private static final long serialVersionUID = 1L;

    CredentialException(String where, String what, @Nullable Throwable cause) {
        super(where + ": " + what, cause);
    }
}
