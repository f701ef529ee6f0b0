package dev.jcompose.engine;

import dev.jcompose.source.ComposeException;
import org.jspecify.annotations.Nullable;

/**
 * The engine did not do what it was asked. The message reads
 * {@code container shop-web-1: start: port 80 is already allocated (HTTP 500 from unix:///var/run/docker.sock)}.
 */
public abstract sealed class EngineException extends ComposeException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String resource;
    private final int status;
    private final String reason;

    private EngineException(String operation, String resource, int status, String reason, String address,
            @Nullable Throwable cause) {
        super(resource + ": " + operation + ": " + reason + origin(status, address), cause);
        this.operation = operation;
        this.resource = resource;
        this.status = status;
        this.reason = reason;
    }

    private static String origin(int status, String address) {
        return status == 0 ? " (" + address + ")" : " (HTTP " + status + " from " + address + ")";
    }

    /** The verb: {@code start}. */
    public String operation() {
        return operation;
    }

    /** What it was to be done to: {@code container shop-web-1}. */
    public String resource() {
        return resource;
    }

    /** The engine's HTTP status; 0 where it gave none. */
    public int status() {
        return status;
    }

    /** The engine's own words, or what went wrong on the way to it. */
    public String reason() {
        return reason;
    }

    /** There is no such thing (404). */
    public static final class NotFound extends EngineException {
        private static final long serialVersionUID = 1L;

        public NotFound(String operation, String resource, String reason, String address) {
            super(operation, resource, 404, reason, address, null);
        }

        private NotFound(String reason, String resource, String place) {
            super("use", resource, 0, reason, place, null);
        }

        /** A docker context that is not in the folder where this machine keeps its contexts. */
        public static NotFound context(String name, String folder) {
            return new NotFound("there is no such context; 'docker context ls' lists those that are", "context " + name,
                    folder);
        }
    }

    /** Its present state does not allow it, or the name is taken (409). */
    public static final class Conflict extends EngineException {
        private static final long serialVersionUID = 1L;

        public Conflict(String operation, String resource, String reason, String address) {
            super(operation, resource, 409, reason, address, null);
        }
    }

    /** One may not (401, 403), or a registry says so. */
    public static final class Unauthorized extends EngineException {
        private static final long serialVersionUID = 1L;

        public Unauthorized(String operation, String resource, int status, String reason, String address) {
            super(operation, resource, status, reason, address, null);
        }
    }

    /** There is no engine, or none that answers in time or sense. */
    public static final class Unreachable extends EngineException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String operation, String resource, String reason, String address,
                @Nullable Throwable cause) {
            super(operation, resource, 0, reason, address, cause);
        }
    }

    /** The waiting thread was interrupted; its interrupt flag is set again. What was asked for may have been done. */
    public static final class Interrupted extends EngineException {
        private static final long serialVersionUID = 1L;

        public Interrupted(String operation, String resource, String address) {
            super(operation, resource, 0, "interrupted", address, null);
        }
    }

    /** Any other refusal: bad parameters (400), failures of the engine (500), errors in a stream of progress. */
    public static final class Rejected extends EngineException {
        private static final long serialVersionUID = 1L;

        public Rejected(String operation, String resource, int status, String reason, String address) {
            super(operation, resource, status, reason, address, null);
        }
    }
}
