package dev.jcompose.plan;

import dev.jcompose.source.ComposeException;
import java.util.Collection;

/** A service was named that the project does not have. */
public final class UnknownServiceException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final String service;

    /**
     * @param service
     *            the name given
     * @param defined
     *            the project's services, in the order to be shown
     */
    public UnknownServiceException(String service, Collection<String> defined) {
        super("no such service: " + service + (defined.isEmpty() ? "" : "; defined: " + String.join(", ", defined)));
        this.service = service;
    }

    /** The name given. */
    public String service() {
        return service;
    }
}
