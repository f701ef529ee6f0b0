package dev.jcompose.build;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jcompose.archive.TarEntry;
import dev.jcompose.archive.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Passes for an engine whose builder takes every context, keeps a list of what is in it, and is done. */
final class ContextCatcher implements AutoCloseable {
    private static final Pattern TAG = Pattern.compile("[?&]t=([^&]*)");
    private static final String ID = "sha256:" + "1".repeat(64);

    private final String name;
    private final HttpServer server;
    private final Map<String, NavigableMap<String, String>> contexts = new ConcurrentHashMap<>();

    ContextCatcher() throws IOException {
        this("Docker/28.0.0 (linux)");
    }

    /** One that calls itself so. */
    ContextCatcher(String name) throws IOException {
        this.name = name;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** As {@code DOCKER_HOST} wants it. */
    String address() {
        return "tcp://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was sent since the last time one asked: by image, the kind of each path and where it leads. */
    Map<String, NavigableMap<String, String>> caught() {
        Map<String, NavigableMap<String, String>> all = new TreeMap<>(contexts);
        contexts.clear();
        return all;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().replaceFirst("^/v[0-9.]+/", "/");
            if (path.equals("/build")) {
                Matcher tag = TAG.matcher(exchange.getRequestURI().toString());
                String image = tag.find() ? URLDecoder.decode(tag.group(1), StandardCharsets.UTF_8) : "";
                contexts.put(image.replace(":latest", "").replace("docker.io/library/", ""), list(exchange));
                answer(exchange, 200,
                        "{\"stream\":\"Step 1/1 : FROM scratch\\n\"}\n{\"aux\":{\"ID\":\"" + ID + "\"}}\n");
                return;
            }
            exchange.getRequestBody().readAllBytes();
            switch (path) {
                case "/_ping" -> answer(exchange, 200, "OK");
                case "/version" -> answer(exchange, 200,
                        "{\"ApiVersion\":\"1.51\",\"MinAPIVersion\":\"1.24\",\"Version\":\"28.0.0\",\"Os\":\"linux\"}");
                case "/info" -> answer(exchange, 200, "{\"OSType\":\"linux\"}");
                case "/images/json", "/containers/json" -> answer(exchange, 200, "[]");
                default -> answer(exchange, 404, "{\"message\":\"no such thing\"}");
            }
        }
    }

    private static NavigableMap<String, String> list(HttpExchange exchange) throws IOException {
        NavigableMap<String, String> entries = new TreeMap<>();
        try (TarReader tar = new TarReader(plain(exchange.getRequestBody()))) {
            for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
                entries.put(entry.path(), entry.type() + (entry.link().isEmpty() ? "" : " " + entry.link()));
            }
            tar.drain();
        }
        return entries;
    }

    /** docker compose compresses what it sends. */
    private static InputStream plain(InputStream sent) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(sent, 2);
        byte[] start = stream.readNBytes(2);
        stream.unread(start);
        return start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b ? new GZIPInputStream(stream) : stream;
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Server", name);
        exchange.getResponseHeaders().set("Api-Version", "1.51");
        exchange.getResponseHeaders().set("Ostype", "linux");
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean bare = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bare ? -1 : bytes.length);
        if (!bare) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
