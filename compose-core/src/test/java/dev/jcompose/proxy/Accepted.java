package dev.jcompose.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes the connections that come to a socket, each on a thread of its own, until it is closed; that ends them. */
public final class Accepted implements AutoCloseable {
    private final ServerSocket server;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    /** Begins at once. */
    public Accepted(ServerSocket server, Consumer<Socket> serve) {
        this.server = server;
        Thread.ofPlatform().daemon().start(() -> accept(serve));
    }

    private void accept(Consumer<Socket> serve) {
        try {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                Thread.ofPlatform().daemon().start(() -> serve.accept(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** {@code 127.0.0.1:PORT}. */
    public String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Closeable each : open) {
            each.close();
        }
    }
}
