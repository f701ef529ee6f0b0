package dev.jcompose.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The way to an engine over TCP: directly, or by a tunnel through a proxy (RFC 9110, section 9.3.6), which also carries
 * streams.
 *
 * @param host
 *            without the brackets of an IPv6 address
 * @param proxy
 *            with host and port; null to connect directly
 * @param patience
 *            for the connection to come about
 */
record Route(String host, int port, @Nullable URI proxy, Duration patience) {
    private static final int LONGEST_ANSWER = 16 * 1024;

    /** What there is to say of a proxy through which there is no way. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    /**
     * Connects a socket that is not connected; whoever made it closes it if that fails.
     *
     * @throws SocketTimeoutException
     *             if the patience does not suffice
     */
    void connect(Socket socket) throws IOException {
        try {
            if (proxy == null) {
                connect(socket, host, port);
            } else {
                tunnel(socket, proxy);
            }
        } catch (SocketTimeoutException late) {
            throw late();
        }
    }

    /** That it did not come about in time. */
    SocketTimeoutException late() {
        return new SocketTimeoutException("no connection within " + patience.toSeconds() + " s" + by());
    }

    private void connect(Socket socket, String name, int number) throws IOException {
        InetSocketAddress address = new InetSocketAddress(name, number);
        if (address.isUnresolved()) {
            throw new UnknownHostException(name);
        }
        socket.connect(address, (int) patience.toMillis());
    }

    private void tunnel(Socket socket, URI through) throws IOException {
        try {
            connect(socket, through.getHost().replaceAll("[\\[\\]]", ""), through.getPort());
        } catch (SocketTimeoutException late) {
            throw late;
        } catch (UnknownHostException unknown) {
            throw new Failure("no such host" + by());
        } catch (IOException unreachable) {
            throw new Failure(unreachable.getMessage() + by());
        }
        socket.setSoTimeout((int) patience.toMillis());
        String target = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        StringBuilder call = new StringBuilder("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n");
        if (through.getUserInfo() != null) {
            byte[] user = through.getUserInfo().getBytes(StandardCharsets.UTF_8);
            call.append("Proxy-Authorization: Basic ").append(Base64.getEncoder().encodeToString(user)).append("\r\n");
        }
        socket.getOutputStream().write(call.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        String answer = head(socket.getInputStream());
        String status = answer.lines().findFirst().orElse("");
        if (!status.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
            throw new Failure("the proxy refuses: " + status.replaceFirst("^HTTP/1\\.[01] ", "") + by());
        }
        socket.setSoTimeout(0);
    }

    /** Byte by byte: what comes after it is the engine's. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_ANSWER && head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new Failure("the proxy closed the connection without an answer");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Through which proxy; not the password that may be in its address. */
    private String by() {
        return proxy == null ? "" : " (through the proxy " + proxy.getHost() + ":" + proxy.getPort() + ")";
    }
}
