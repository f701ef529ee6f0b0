package dev.jcompose.engine.docker;

import dev.jcompose.proxy.Accepted;
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
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Stands before an engine's Unix socket and takes connections over TCP, with TLS if there is a context for it. */
final class TcpFront implements AutoCloseable {
    private final Path socket;
    private final Accepted clients;

    TcpFront(Path socket, @Nullable SSLContext tls) throws IOException {
        this.socket = socket;
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (tls == null) {
            clients = new Accepted(new ServerSocket(0, 50, loopback), this::serve);
        } else {
            SSLServerSocket secure = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0, 50, loopback);
            secure.setNeedClientAuth(true);
            clients = new Accepted(secure, this::serve);
        }
    }

    String address() {
        return "tcp://" + clients.address();
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
        clients.close();
    }
}
