package dev.jcompose.engine.docker;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param target
 *            path and query
 * @param headers
 *            besides those that the connection adds
 * @param length
 *            of the body in bytes; negative where it is not known and the body is sent in chunks
 * @param patience
 *            until the head of the answer must be there; null for as long as it takes
 * @param upgrade
 *            whether the connection is to become a byte stream both ways
 */
record HttpCall(String method, String target, Map<String, String> headers, @Nullable InputStream body, long length,
        @Nullable Duration patience, boolean upgrade) {

    static HttpCall of(String method, String target, @Nullable Duration patience) {
        return new HttpCall(method, target, Map.of(), null, 0, patience, false);
    }

    HttpCall withJson(byte[] json) {
        return new HttpCall(method, target, Map.of("Content-Type", "application/json"), new ByteArrayInputStream(json),
                json.length, patience, upgrade);
    }

    HttpCall withBody(InputStream content, String type) {
        return new HttpCall(method, target, Map.of("Content-Type", type), content, -1, patience, upgrade);
    }

    HttpCall withHeaders(Map<String, String> more) {
        Map<String, String> all = new java.util.LinkedHashMap<>(headers);
        all.putAll(more);
        return new HttpCall(method, target, all, body, length, patience, upgrade);
    }

    /** With these headers besides its own. */
    HttpCall withUsual(Map<String, String> usual) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(usual);
        all.putAll(headers);
        return new HttpCall(method, target, all, body, length, patience, upgrade);
    }

    HttpCall upgrading() {
        return new HttpCall(method, target, headers, body, length, patience, true);
    }

    /** Whether sending it a second time does no harm. */
    boolean isRepeatable() {
        return body == null && (method.equals("GET") || method.equals("HEAD"));
    }
}
