import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes calls on to an engine and counts them. Arguments: the socket to listen on, the engine's, and a file that is
 * rewritten with the count at each call: a line in all, then one a kind of call.
 */
final class CallCounter {
    private static final Pattern REQUEST = Pattern
            .compile("(GET|HEAD|POST|PUT|DELETE) (?:/v[0-9.]+)?(/[^ ?]*)[^ ]* HTTP/1\\.1\r\n");
    private static final Map<String, Integer> COUNTS = new TreeMap<>();

    private CallCounter() {
    }

    public static void main(String[] args) throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(args[0]));
            while (true) {
                SocketChannel client = server.accept();
                SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(args[1]));
                Thread.ofVirtual().start(() -> pour(client, engine, Path.of(args[2])));
                Thread.ofVirtual().start(() -> pour(engine, client, null));
            }
        }
    }

    /** A request's first line is at the start of what is read at once: clients wait for each answer. */
    private static void pour(SocketChannel from, SocketChannel to, Path file) {
        ByteBuffer some = ByteBuffer.allocate(64 * 1024);
        try {
            while (from.read(some.clear()) >= 0) {
                some.flip();
                if (file != null) {
                    count(new String(some.array(), 0, Math.min(some.limit(), 600), StandardCharsets.ISO_8859_1), file);
                }
                while (some.hasRemaining()) {
                    to.write(some);
                }
            }
            to.shutdownOutput();
        } catch (IOException hungUp) {
            try (from; to) {
                return;
            } catch (IOException gone) {
                return;
            }
        }
    }

    private static synchronized void count(String text, Path file) throws IOException {
        Matcher request = REQUEST.matcher(text);
        if (request.lookingAt()) {
            COUNTS.merge(request.group(1) + " " + request.group(2).replaceAll("(?<=s/)[^/]*[-_0-9][^/]*", "…"), 1,
                    Integer::sum);
            StringBuilder lines = new StringBuilder();
            lines.append(COUNTS.values().stream().mapToInt(Integer::intValue).sum()).append('\n');
            COUNTS.forEach((call, times) -> lines.append(times).append(' ').append(call).append('\n'));
            Files.writeString(file, lines);
        }
    }
}
