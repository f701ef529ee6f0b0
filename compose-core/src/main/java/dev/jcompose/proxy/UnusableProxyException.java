package dev.jcompose.proxy;

import dev.jcompose.source.ComposeException;
import org.jspecify.annotations.Nullable;

/** A variable names a proxy that cannot be used; its value is not told, as there may be a password in it. */
public final class UnusableProxyException extends ComposeException {
    private static final long serialVersionUID = 1L;

    UnusableProxyException(String variable, String reason, @Nullable Throwable cause) {
        super(variable + ": " + reason, cause);
    }
}
