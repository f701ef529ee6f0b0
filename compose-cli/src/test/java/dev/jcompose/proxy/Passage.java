package dev.jcompose.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** A client's connection and the one to the engine that goes with it. */
final class Passage implements Closeable {
    private final EngineProxy proxy;
    private final SocketChannel client;
    private final SocketChannel engine;
    private volatile boolean losing;
    private final AtomicBoolean unanswered = new AtomicBoolean();

    Passage(EngineProxy proxy, SocketChannel client, SocketChannel engine) {
        this.proxy = proxy;
        this.client = client;
        this.engine = engine;
    }

    void begin() {
        Thread.ofVirtual().start(() -> carry(this::requests));
        Thread.ofVirtual().start(() -> carry(this::answers));
    }

    private interface Direction {
        void carry() throws IOException;
    }

    private void carry(Direction direction) {
        try {
            direction.carry();
        } catch (IOException hungUp) {
            close();
        }
    }

    private void requests() throws IOException {
        Wire from = new Wire(client);
        Wire to = new Wire(engine);
        for (String head = from.head(); !head.isEmpty(); head = from.head()) {
            byte[] body = from.body(head);
            Request request = proxy.arrived(head.substring(0, head.indexOf("\r\n")));
            switch (proxy.fate(request)) {
                case PASS -> forward(request, to, head, body);
                case LOSE -> {
                    losing = true;
                    forward(request, to, head, body);
                }
                case CUT -> {
                    close();
                    return;
                }
                case REFUSE -> answer("500 Internal Server Error", "{\"message\":\"refused by the proxy\"}");
                case GRANT -> answer("200 OK", "{}");
            }
            if (head.toLowerCase(Locale.ROOT).contains("\r\nupgrade: ")) {
                pour(from, to);
                break;
            }
        }
        engine.shutdownOutput();
    }

    private void forward(Request request, Wire to, String head, byte[] body) throws IOException {
        if (!request.isReading()) {
            unanswered.set(true);
            proxy.sent();
        }
        to.write(Wire.bytes(head));
        to.write(body);
    }

    private void answer(String status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Wire wire = new Wire(client);
        wire.write(Wire.bytes("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\n\r\n"));
        wire.write(body);
    }

    private void answers() throws IOException {
        Wire from = new Wire(engine);
        Wire to = new Wire(client);
        for (byte[] some = from.some(); some.length > 0; some = from.some()) {
            answered();
            if (losing) {
                break;
            }
            to.write(some);
        }
        close();
    }

    private void answered() {
        if (unanswered.getAndSet(false)) {
            proxy.answered();
        }
    }

    private static void pour(Wire from, Wire to) throws IOException {
        for (byte[] some = from.some(); some.length > 0; some = from.some()) {
            to.write(some);
        }
    }

    @Override
    public void close() {
        answered();
        try (client; engine) {
            proxy.ended(this);
        } catch (IOException gone) {
            // It is closed in either case.
        }
    }
}
