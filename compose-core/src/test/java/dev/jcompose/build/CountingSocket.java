package dev.jcompose.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A Unix socket before an engine's, that counts the bytes which the engine is sent. */
final class CountingSocket implements AutoCloseable {
    private final Path socket;
    private final Path engine;
    private final ServerSocketChannel server;
    private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();

    CountingSocket(Path socket, Path engine) throws IOException {
        this.socket = socket;
        this.engine = engine;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String address() {
        return "unix://" + socket;
    }

    /** Since the last time one asked. */
    long sent() {
        return sent.getAndSet(0);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                SocketChannel target = SocketChannel.open(UnixDomainSocketAddress.of(engine));
                open.addAll(List.of(client, target));
                Thread.ofPlatform().daemon().start(() -> pump(client, target, sent));
                Thread.ofPlatform().daemon().start(() -> pump(target, client, new AtomicLong()));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void pump(SocketChannel from, SocketChannel to, AtomicLong count) {
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = Channels.newInputStream(from);
            OutputStream out = Channels.newOutputStream(to);
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count.addAndGet(read);
                out.write(buffer, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException gone) {
            // Either side may hang up.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel channel : open) {
            channel.close();
        }
    }
}
