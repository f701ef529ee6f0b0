package dev.jcompose.format;

import dev.jcompose.source.ComposeException;

/** A template that cannot be understood, or asks for what is not there. */
public final class TemplateException extends ComposeException {
    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super("template: " + message);
    }
}
