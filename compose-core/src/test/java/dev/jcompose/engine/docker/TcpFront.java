package dev.jcompose.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Stands before an engine's Unix socket and takes connections over TCP, with TLS if there is a context for it. */
final class TcpFront implements AutoCloseable {
    private final Path socket;
    private final ServerSocket server;
    private final List<Closeable> open = new CopyOnWriteArrayList<>();

    TcpFront(Path socket, @Nullable SSLContext tls) throws IOException {
        this.socket = socket;
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (tls == null) {
            server = new ServerSocket(0, 50, loopback);
        } else {
            SSLServerSocket secure = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 50, loopback);
            secure.setNeedClientAuth(true);
            server = secure;
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                Thread.ofPlatform().daemon().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client; SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            // Reading first: who has no right to be here is told so before the engine hears of it.
            InputStream in = client.getInputStream();
            byte[] first = new byte[8192];
            int count = in.read(first);
            if (count < 0) {
                return;
            }
            OutputStream out = Channels.newOutputStream(engine);
            out.write(first, 0, count);
            Thread.ofPlatform().daemon().start(() -> pass(in, out));
            pass(Channels.newInputStream(engine), client.getOutputStream());
        } catch (IOException gone) {
            // Whoever is left will see.
        }
    }

    private static void pass(InputStream in, OutputStream out) {
        try {
            in.transferTo(out);
        } catch (IOException gone) {
            // Whoever is left will see.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Closeable each : open) {
            each.close();
        }
    }
}
