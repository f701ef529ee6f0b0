package dev.jcompose.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a registry, and now and then answers in its place, or breaks its answers off. */
public final class FaultProxy implements AutoCloseable {
    private static final Set<String> OWN_HEADERS = Set.of("connection", "content-length", "host", "transfer-encoding",
            "upgrade", "expect", ":status");

    private final HttpServer server;
    private final PlainFront front;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int registry;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int status;

    /** A proxy before a registry on loopback that does not encrypt. */
    public FaultProxy(int registry) throws IOException {
        this.registry = registry;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        front = new PlainFront(server.getAddress().getPort());
    }

    /** Where the registry seems to be. */
    public String address() {
        return "127.0.0.1:" + front.port();
    }

    /** The next requests for manifests get this status, and are asked to wait for no time. */
    public void fail(int count, int with) {
        status = with;
        failures.set(count);
    }

    /** The next layers that are fetched break off in the middle. */
    public void cutLayers(int count) {
        cuts.set(count);
    }

    /** How many of the faults asked for have not been seen by anybody. */
    public int faultsLeft() {
        return failures.get() + cuts.get();
    }

    private static boolean taken(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.contains("/manifests/") && taken(failures)) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            HttpResponse<InputStream> answer = forward(exchange);
            try (InputStream body = answer.body()) {
                byte[] content = body.readAllBytes();
                answer.headers().map().forEach((name, values) -> {
                    if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
                boolean head = exchange.getRequestMethod().equals("HEAD");
                if (head) {
                    answer.headers().firstValue("Content-Length")
                            .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
                }
                exchange.sendResponseHeaders(answer.statusCode(), head || content.length == 0 ? -1 : content.length);
                boolean cut = !head && path.contains("/blobs/sha256") && content.length > 10_000 && taken(cuts);
                if (!head) {
                    exchange.getResponseBody().write(content, 0, cut ? content.length / 2 : content.length);
                    exchange.getResponseBody().flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<InputStream> forward(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + registry + exchange.getRequestURI()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        request.method(exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    @Override
    public void close() throws IOException {
        front.close();
        server.stop(0);
        client.shutdownNow();
    }
}
