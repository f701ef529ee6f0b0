package dev.jcompose.engine.docker;

import com.github.dockerjava.api.exception.DockerException;
import dev.jcompose.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Turns every way in which a call can go wrong into an {@link EngineException}. */
final class Failures {
    /** Podman answers 500 where Docker answers 409; how its messages end tells them from others. */
    private static final List<String> PODMAN_CONFLICTS = List.of("container state improper",
            "that name is already in use", "network already exists", "network is being used",
            "image is in use by a container");

    private final String address;
    private final Json json;

    Failures(String address, Json json) {
        this.address = address;
        this.json = json;
    }

    /** An answer that is no success. */
    EngineException refused(Operation operation, int status, byte[] body) {
        return refused(operation, status, message(status, body));
    }

    /** A failure that the engine reports inside a stream. */
    EngineException reported(Operation operation, String message) {
        boolean access = message.contains("unauthorized") || message.contains("denied:")
                || message.contains("no basic auth credentials") || message.contains("access denied");
        return access
                ? new EngineException.Unauthorized(operation.verb(), operation.resource(), 0, message, address)
                : new EngineException.Rejected(operation.verb(), operation.resource(), 0, message, address);
    }

    /** What docker-java throws. */
    EngineException of(Operation operation, RuntimeException failure) {
        if (failure instanceof EngineException already) {
            return already;
        }
        if (failure instanceof DockerException refusal && refusal.getHttpStatus() > 0) {
            String text = String.valueOf(refusal.getMessage());
            String prefix = "Status " + refusal.getHttpStatus() + ": ";
            String body = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
            return refused(operation, refusal.getHttpStatus(), body.getBytes(StandardCharsets.UTF_8));
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io && !(cause instanceof com.fasterxml.jackson.core.JacksonException)) {
                return of(operation, io);
            }
        }
        return new EngineException.Unreachable(operation.verb(), operation.resource(),
                "an answer that makes no sense: " + failure.getMessage(), address, failure);
    }

    /** A connection that failed. */
    EngineException of(Operation operation, IOException failure) {
        if (failure instanceof ClosedByInterruptException) {
            Thread.currentThread().interrupt();
            return new EngineException.Interrupted(operation.verb(), operation.resource(), address);
        }
        return new EngineException.Unreachable(operation.verb(), operation.resource(), reason(failure), address,
                failure);
    }

    /** An engine that is older than we can talk to. */
    EngineException tooOld(Operation operation, ApiVersion theirs) {
        return new EngineException.Rejected(operation.verb(), operation.resource(), 0, "the engine speaks API " + theirs
                + " at most, at least " + ApiVersion.OLDEST + " is needed (Docker Engine 20.10); update the engine",
                address);
    }

    /** An API version that the user has set and that we do not speak. */
    EngineException tooOldWanted(Operation operation, ApiVersion wanted) {
        return new EngineException.Rejected(operation.verb(), operation.resource(), 0, "API " + wanted
                + " was asked for, at least " + ApiVersion.OLDEST + " is needed; unset DOCKER_API_VERSION", address);
    }

    /** Something this engine's API cannot do. */
    EngineException unsupported(Operation operation, String what, int minor) {
        return new EngineException.Rejected(operation.verb(), operation.resource(), 0,
                what + " needs an engine with API 1." + minor + " or newer", address);
    }

    /** Unwraps what a body or callback threw while a call was under way. */
    static RuntimeException unchecked(IOException failure) {
        return new UncheckedIOException(failure);
    }

    private EngineException refused(Operation operation, int status, String message) {
        String verb = operation.verb();
        String resource = operation.resource();
        boolean oddConflict = switch (status) {
            case 403 -> message.contains("active endpoints");
            case 500 -> PODMAN_CONFLICTS.stream().anyMatch(message::endsWith);
            default -> false;
        };
        if (oddConflict) {
            return new EngineException.Conflict(verb, resource, message, address);
        }
        return switch (status) {
            case 401, 403 -> new EngineException.Unauthorized(verb, resource, status, message, address);
            case 404 -> new EngineException.NotFound(verb, resource, message, address);
            case 409 -> new EngineException.Conflict(verb, resource, message, address);
            default -> new EngineException.Rejected(verb, resource, status, message, address);
        };
    }

    /** The engine's words: {@code {"message": "…"}}, or plain text from whatever stands in its place. */
    private String message(int status, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        try {
            String message = new Tree(json.read(body)).text("message");
            if (!message.isEmpty()) {
                return message;
            }
        } catch (IOException notJson) {
            // Then it is text.
        }
        String first = text.lines().findFirst().orElse("");
        if (first.equals("Client sent an HTTP request to an HTTPS server.")) {
            return "the engine wants TLS: set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH, or use --tlsverify";
        }
        return first.isEmpty() || first.startsWith("<") ? "the engine answered with status " + status : first;
    }

    private String reason(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (failure instanceof TlsConnector.WithoutCertificate without) {
            return reason(without.failure()) + "; " + without.hint();
        }
        if (failure instanceof SshConnection.Failure) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof java.net.UnknownHostException) {
            return "no such host: " + failure.getMessage();
        }
        if (message.contains("permission denied")) {
            return "permission denied; are you allowed to use this engine (a member of its group)?";
        }
        if (failure instanceof SSLException refused) {
            return TlsConnector.reason(refused);
        }
        if (failure instanceof java.net.SocketTimeoutException) {
            return String.valueOf(failure.getMessage());
        }
        if (message.contains("no such file") || message.contains("connection refused")) {
            return "no engine answers; is it running?";
        }
        if (failure instanceof java.nio.channels.ClosedChannelException) {
            return "the connection was closed";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
