package dev.jcompose.plan;

import dev.jcompose.source.ComposeException;

/** The project relies on something of the engine that is not there, or is not what it relies on. */
public final class MissingResourceException extends ComposeException {
    private static final long serialVersionUID = 1L;

    MissingResourceException(String message) {
        super(message);
    }
}
