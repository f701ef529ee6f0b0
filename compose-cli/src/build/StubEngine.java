import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** As much of the Docker Engine's interface, on a Unix socket, as the rehearsals ask for. */
final class StubEngine implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel server;
    private final StubAnswers answers = new StubAnswers();

    private StubEngine(Path socket, ServerSocketChannel server) {
        this.socket = socket;
        this.server = server;
    }

    static StubEngine start(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        StubEngine engine = new StubEngine(socket, server);
        Thread.ofVirtual().start(engine::accept);
        return engine;
    }

    String address() {
        return "unix://" + socket;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel connection = server.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (ClosedChannelException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel connection) {
        try (connection) {
            InputStream in = Channels.newInputStream(connection);
            OutputStream out = Channels.newOutputStream(connection);
            for (String request = line(in); !request.isEmpty(); request = line(in)) {
                String[] words = request.split(" ");
                String body = body(in, headers(in));
                if (words[1].contains("/events")) {
                    holdEvents(in, out);
                    return;
                }
                StubAnswers.Answer answer = answers.to(words[0], words[1], body);
                out.write(head(answer).getBytes(StandardCharsets.US_ASCII));
                out.write(answer.body());
                out.flush();
                if (answer.hijacked()) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other side has gone: nothing is left to answer.
            return;
        }
    }

    private static String head(StubAnswers.Answer answer) {
        if (answer.hijacked()) {
            return "HTTP/1.1 101 UPGRADED\r\nContent-Type: " + answer.type()
                    + "\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n";
        }
        String length = answer.status() == 204 ? "" : "Content-Length: " + answer.body().length + "\r\n";
        return "HTTP/1.1 " + answer.status() + " X\r\nApi-Version: 1.51\r\nOstype: linux\r\nContent-Type: "
                + answer.type() + "\r\n" + length + "\r\n";
    }

    /** Nothing ever happens; the one who listens goes when it has heard enough. */
    private static void holdEvents(InputStream in, OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        while (in.read() >= 0) {
            continue;
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return new String(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))),
                    StandardCharsets.UTF_8);
        }
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.append(new String(in.readNBytes(size), StandardCharsets.ISO_8859_1));
            line(in);
        }
        line(in);
        return body.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
