package dev.jcompose.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy for whom every name is one server on this machine; it notes what clients send, tunnels included. */
public final class LoopbackProxy implements AutoCloseable {
    private final Accepted clients;
    private final int target;
    private final String answer;
    private final List<String> sent = new CopyOnWriteArrayList<>();

    /** Before the server at that port. */
    public LoopbackProxy(int target) throws IOException {
        this(target, "HTTP/1.1 200 Connection established\r\n\r\n");
    }

    /** One that answers so to who wants a tunnel; it hangs up then unless that is a success. */
    public LoopbackProxy(int target, String answer) throws IOException {
        this.target = target;
        this.answer = answer;
        this.clients = new Accepted(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), this::serve);
    }

    /** {@code 127.0.0.1:PORT}. */
    public String address() {
        return clients.address();
    }

    /** All that was sent through it or to it. */
    public String sent() {
        return String.join("", sent);
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            sent.add(head);
            boolean tunnel = head.startsWith("CONNECT ");
            if (tunnel) {
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            }
            if (!tunnel || answer.contains(" 200 ")) {
                join(client, tunnel ? "" : head);
            }
        } catch (IOException gone) {
            // Whoever is left will see.
        }
    }

    private void join(Socket client, String first) throws IOException {
        try (Socket there = new Socket(InetAddress.getLoopbackAddress(), target)) {
            there.getOutputStream().write(first.getBytes(StandardCharsets.ISO_8859_1));
            Thread.ofPlatform().daemon().start(() -> pass(client, there));
            there.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private void pass(Socket client, Socket there) {
        try {
            InputStream in = client.getInputStream();
            OutputStream out = there.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                sent.add(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
                out.write(bytes, 0, count);
            }
            there.shutdownOutput();
        } catch (IOException gone) {
            // Whoever is left will see.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        clients.close();
    }
}
