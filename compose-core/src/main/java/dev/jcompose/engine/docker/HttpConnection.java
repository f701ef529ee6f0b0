package dev.jcompose.engine.docker;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 over one connection: one call after the other. */
final class HttpConnection implements Closeable {
    private final Connection connection;
    private final InputBuffer in;
    private final Consumer<HttpConnection> onRelease;
    private final Consumer<HttpConnection> onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean reusable;
    private volatile boolean answered;

    HttpConnection(Connection connection, Consumer<HttpConnection> onRelease, Consumer<HttpConnection> onClose) {
        this.connection = connection;
        this.in = new InputBuffer(connection.in());
        this.onRelease = onRelease;
        this.onClose = onClose;
    }

    /** Sends a call and receives the head of its answer. */
    HttpAnswer exchange(HttpCall call) throws IOException {
        answered = false;
        IOException unsent = null;
        try {
            send(call);
        } catch (IOException e) {
            unsent = e; // An engine that refuses a body says why before it hangs up.
        }
        try {
            return receive(call);
        } catch (IOException e) {
            if (unsent != null && !answered && !tellsMore(e)) {
                unsent.addSuppressed(e);
                throw unsent;
            }
            throw e;
        }
    }

    /** Sending only sees that the other side has gone; these say why. */
    private static boolean tellsMore(IOException failure) {
        return failure instanceof SshConnection.Failure || failure instanceof SSLException;
    }

    /** Whether any byte of an answer to the present call has come. */
    boolean isAnswered() {
        return answered;
    }

    /** The bytes after an upgrade. */
    InputStream in() {
        return in;
    }

    /** Where to write to after an upgrade. */
    OutputStream out() {
        return connection.out();
    }

    void endOutput() throws IOException {
        connection.endOutput();
    }

    /** The present answer was read to its end. */
    void release() {
        if (reusable && !in.hasBuffered()) {
            onRelease.accept(this);
        } else {
            closeQuietly();
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            onClose.accept(this);
            connection.close();
        }
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException gone) {
            // It is closed in either case.
        }
    }

    /** Sends a call; {@link #receive} is to follow. */
    void send(HttpCall call) throws IOException {
        StringBuilder head = new StringBuilder(256);
        head.append(call.method()).append(' ').append(call.target()).append(" HTTP/1.1\r\nHost: docker\r\n");
        head.append("User-Agent: jcompose\r\n");
        call.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (call.upgrade()) {
            head.append("Connection: Upgrade\r\nUpgrade: tcp\r\n");
        }
        InputStream body = call.body();
        if (body != null && call.length() < 0) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (body != null || call.method().equals("POST") || call.method().equals("PUT")) {
            head.append("Content-Length: ").append(Math.max(call.length(), 0)).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        OutputStream out = connection.out();
        if (body == null) {
            out.write(start);
        } else if (call.length() >= 0) {
            byte[] content = body.readAllBytes();
            byte[] all = java.util.Arrays.copyOf(start, start.length + content.length);
            System.arraycopy(content, 0, all, start.length, content.length);
            out.write(all);
        } else {
            out.write(start);
            sendChunks(body, out);
        }
        out.flush();
    }

    /** Each chunk is one write: its size, itself and its end, so that no packet is tiny. */
    private static void sendChunks(InputStream body, OutputStream out) throws IOException {
        int room = 10;
        byte[] buffer = new byte[room + 64 * 1024 + 2];
        int count;
        while ((count = body.read(buffer, room, buffer.length - room - 2)) >= 0) {
            if (count > 0) {
                byte[] size = (Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(size, 0, buffer, room - size.length, size.length);
                buffer[room + count] = '\r';
                buffer[room + count + 1] = '\n';
                out.write(buffer, room - size.length, size.length + count + 2);
            }
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Receives the head of the answer to what was sent. */
    HttpAnswer receive(HttpCall call) throws IOException {
        while (true) {
            int status = status();
            Map<String, String> headers = headers();
            if (status == 101) {
                reusable = false;
                return new HttpAnswer(status, headers, in, this);
            }
            if (status >= 200) {
                return new HttpAnswer(status, headers, body(call, status, headers), this);
            }
        }
    }

    private InputStream body(HttpCall call, int status, Map<String, String> headers) throws IOException {
        reusable = !headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT).contains("close")
                && !call.upgrade();
        if (call.method().equals("HEAD") || status == 204 || status == 304) {
            return new HttpBody(this, in, HttpBody.Framing.LENGTH, 0);
        }
        if (headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
            return new HttpBody(this, in, HttpBody.Framing.CHUNKS, 0);
        }
        String length = headers.get("content-length");
        if (length != null) {
            try {
                return new HttpBody(this, in, HttpBody.Framing.LENGTH, Long.parseLong(length.strip()));
            } catch (NumberFormatException notANumber) {
                throw new IOException("the answer is not HTTP: content length '" + length + "'", notANumber);
            }
        }
        reusable = false;
        return new HttpBody(this, in, HttpBody.Framing.CLOSE, 0);
    }

    private int status() throws IOException {
        int first = in.read();
        if (first < 0) {
            throw new EOFException("the engine closed the connection without an answer");
        }
        answered = true;
        String line = (char) first + in.readLine();
        @Nullable
        Integer status = line.startsWith("HTTP/1.") && line.length() >= 12 ? number(line.substring(9, 12)) : null;
        if (status == null) {
            throw new IOException("the answer is not HTTP: '" + line.substring(0, Math.min(line.length(), 60)) + "'");
        }
        return status;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static @Nullable Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
