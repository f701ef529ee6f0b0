package dev.jcompose.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A registry (OCI distribution specification, pull and push) that keeps images in memory and misbehaves when told to.
 * Engines talk to registries on loopback without TLS.
 */
public final class LoopbackRegistry implements AutoCloseable {
    private final HttpServer server;
    private final PlainFront front;
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int failureStatus;
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile @Nullable String login;
    private volatile boolean tokens;
    private volatile String retryAfter = "";
    private volatile String elsewhere = "";

    public LoopbackRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        front = new PlainFront(server.getAddress().getPort());
    }

    public String address() {
        return "127.0.0.1:" + front.port();
    }

    /** From now on requests need a name and a password. */
    public void lock(String user, String password) {
        login = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** From now on requests need a token, which one gets for a name and a password. */
    public void lockWithTokens(String user, String password) {
        lock(user, password);
        tokens = true;
    }

    /** From now on blobs are served by another registry. */
    public void redirectBlobs(String address) {
        elsewhere = address;
    }

    /** What failing answers ask one to wait, in seconds. */
    public void askToWait(String seconds) {
        retryAfter = seconds;
    }

    /** The header {@code Authorization} of all requests that had one. */
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** Puts a content there under a name of one's choice: also one that it should not have. */
    public void forge(String path, byte[] content, String type) {
        blobs.put(path, content);
        types.put(path, type);
    }

    /** The next requests for manifests get this status. */
    public void fail(int count, int status) {
        failureStatus = status;
        failures.set(count);
    }

    /** Method and path of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            byte[] body = exchange.getRequestBody().readAllBytes();
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            if (given != null) {
                authorizations.add(given);
            }
            String required = login;
            if (tokens && path.equals("/token")) {
                boolean known = given == null || given.equals(required);
                answer(exchange, known ? 200 : 401, ("{\"token\": \"" + (given == null ? "nobody" : "somebody")
                        + "\"}").getBytes(StandardCharsets.UTF_8));
            } else if (required != null && !(tokens ? "Bearer somebody" : required).equals(given)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", tokens
                        ? "Bearer realm=\"http://" + address() + "/token\",service=\"test\",scope=\"x\""
                        : "Basic realm=\"test\"");
                answer(exchange, 401, new byte[0]);
            } else if (!elsewhere.isEmpty() && path.contains("/blobs/sha256")) {
                exchange.getResponseHeaders().set("Location", "http://" + elsewhere + path);
                answer(exchange, 307, new byte[0]);
            } else if (path.contains("/manifests/") && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                if (!retryAfter.isEmpty()) {
                    exchange.getResponseHeaders().set("Retry-After", retryAfter);
                }
                answer(exchange, failureStatus, new byte[0]);
            } else if (path.contains("/uploads/")) {
                upload(exchange, path, body);
            } else if (exchange.getRequestMethod().equals("PUT")) {
                keep(path, digest(body), body, exchange.getRequestHeaders().getFirst("Content-Type"));
                exchange.getResponseHeaders().set("Docker-Content-Digest", digest(body));
                answer(exchange, 201, new byte[0]);
            } else {
                serve(exchange, path);
            }
        }
    }

    private void keep(String path, String digest, byte[] content, String type) {
        for (String name : List.of(path, path.substring(0, path.lastIndexOf('/') + 1) + digest)) {
            blobs.put(name, content);
            types.put(name, type);
        }
    }

    private void upload(HttpExchange exchange, String path, byte[] body) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String session = path.endsWith("/uploads/") ? path + "u" + requests.size() : path;
        byte[] before = blobs.getOrDefault(session, new byte[0]);
        byte[] all = java.util.Arrays.copyOf(before, before.length + body.length);
        System.arraycopy(body, 0, all, before.length, body.length);
        blobs.put(session, all);
        if (exchange.getRequestMethod().equals("PUT")) {
            String digest = query.substring(query.indexOf("digest=") + "digest=".length());
            keep(path.substring(0, path.indexOf("/uploads/")) + "/" + digest, digest, all,
                    "application/octet-stream");
            exchange.getResponseHeaders().set("Docker-Content-Digest", digest);
            answer(exchange, 201, new byte[0]);
        } else {
            exchange.getResponseHeaders().set("Location", session);
            exchange.getResponseHeaders().set("Range", "0-" + Math.max(0, all.length - 1));
            answer(exchange, 202, new byte[0]);
        }
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        byte[] content = path.equals("/v2/") ? "{}".getBytes(StandardCharsets.UTF_8) : blobs.get(path);
        if (content == null) {
            String code = path.contains("/manifests/") ? "MANIFEST_UNKNOWN" : "BLOB_UNKNOWN";
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            answer(exchange, 404, ("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"not here\"}]}")
                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", types.getOrDefault(path, "application/json"));
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest(content));
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            answer(exchange, 200, content);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean bare = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String digest(byte[] content) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
        server.stop(0);
    }
}
