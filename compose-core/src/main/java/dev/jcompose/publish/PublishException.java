package dev.jcompose.publish;

import dev.jcompose.source.ComposeException;
import org.jspecify.annotations.Nullable;

/** A project cannot be published as it is, or as it was asked for. */
public final class PublishException extends ComposeException {
    private static final long serialVersionUID = 1L;

    PublishException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
