package dev.jcompose.registry;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One request to a registry.
 *
 * @param host
 *            the registry that it is about; its credentials go there and nowhere else
 * @param scope
 *            what a token is asked for
 * @param body
 *            makes the body anew for each attempt
 * @param limit
 *            the most bytes that the answer may have
 */
record Call(String host, String scope, String method, URI uri, Map<String, String> headers,
        Supplier<BodyPublisher> body, long limit) {
    private static final long USUAL_LIMIT = 4L << 20;

    Call { headers = Map.copyOf(headers); }

    static Call of(String host, String scope, String method, URI uri) {
        return new Call(host, scope, method, uri, Map.of(), BodyPublishers::noBody, USUAL_LIMIT);
    }

    Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(host, scope, method, uri, more, body, limit);
    }

    Call with(Supplier<BodyPublisher> other) {
        return new Call(host, scope, method, uri, headers, other, limit);
    }

    Call withLimit(long other) {
        return new Call(host, scope, method, uri, headers, body, other);
    }

    /** The same, sent elsewhere. */
    Call to(URI other) {
        return new Call(host, scope, method, other, headers, body, limit);
    }

    boolean isSameOrigin(URI other) {
        return uri.getScheme().equalsIgnoreCase(other.getScheme()) && uri.getRawAuthority().equalsIgnoreCase(
                other.getRawAuthority());
    }
}
