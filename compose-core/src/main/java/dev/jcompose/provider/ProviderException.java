package dev.jcompose.provider;

import dev.jcompose.source.ComposeException;

/** A program that runs a service or a model is missing, failed, or answered what it should not. */
public final class ProviderException extends ComposeException {
    private static final long serialVersionUID = 1L;

    ProviderException(String message) {
        super(message);
    }

    ProviderException(String message, Throwable cause) {
        super(message, cause);
    }
}
