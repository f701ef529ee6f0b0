package dev.jcompose.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on a Unix socket and replays answers, byte for byte, to what is asked of it. */
final class StubEngine implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel server;
    private final Map<String, List<byte[]>> answers = new LinkedHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<SocketChannel> connections = new CopyOnWriteArrayList<>();
    private int hangUps;

    private StubEngine(Path socket) throws IOException {
        this.socket = socket;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** An engine that speaks an API version. */
    static StubEngine speaking(String version, Path folder) throws IOException {
        StubEngine stub = new StubEngine(folder.resolve("engine.sock"));
        stub.answer("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: " + version + "\r\nContent-Length: 2\r\n\r\nOK");
        return stub;
    }

    /** Answers a request, given by method and path without the query, with these bytes, in as many writes. */
    StubEngine answer(String request, String... parts) {
        List<byte[]> bytes = new ArrayList<>();
        for (String part : parts) {
            bytes.add(part.getBytes(StandardCharsets.ISO_8859_1));
        }
        synchronized (answers) {
            answers.put(request, bytes);
        }
        return this;
    }

    /** Answers with a JSON body. */
    StubEngine json(String request, int status, String body) {
        return answer(request, "HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
                + new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /** All that was asked, in order: {@code POST /v1.51/containers/create?name=web {"Image":…}}. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many connections were made. */
    int connectionCount() {
        return connections.size();
    }

    /** Closes every connection, and the next ones when they ask. */
    void hangUp(int next) throws IOException {
        hangUps = next;
        for (SocketChannel connection : connections) {
            connection.close();
        }
    }

    DockerHost host() {
        return DockerHost.of("unix://" + socket);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(SocketChannel connection) {
        try (connection) {
            InputStream in = Channels.newInputStream(connection);
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                String line = head.substring(0, head.indexOf(" HTTP/1.1"));
                String body = body(head, in);
                requests.add(body.isEmpty() ? line : line + " " + body);
                if (hangUps > 0) {
                    hangUps--;
                    return;
                }
                for (byte[] part : answerTo(line)) {
                    connection.write(ByteBuffer.wrap(part));
                }
                if (answerTo(line).getLast().length == 0) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client may hang up whenever it likes.
        }
    }

    private List<byte[]> answerTo(String line) {
        int query = line.indexOf('?');
        String request = query < 0 ? line : line.substring(0, query);
        synchronized (answers) {
            return answers.getOrDefault(request, List.of("HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static String body(String head, InputStream in) throws IOException {
        if (head.contains("Transfer-Encoding: chunked")) {
            StringBuilder body = new StringBuilder();
            for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
                body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
                in.readNBytes(2);
            }
            in.readNBytes(2);
            return body.toString();
        }
        int at = head.indexOf("Content-Length: ");
        int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)));
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int chunkSize(InputStream in) throws IOException {
        StringBuilder size = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            size.append((char) b);
        }
        return Integer.parseInt(size.toString().strip(), 16);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (SocketChannel connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
