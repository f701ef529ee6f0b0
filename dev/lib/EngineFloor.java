import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What an engine takes for the bare calls of {@code up} and {@code down}, eight at once, with nobody to think about
 * them. Arguments: the engine's socket, a name, how many containers. Prints two numbers in milliseconds.
 */
final class EngineFloor {
    private static final int AT_ONCE = 8;

    private final Path socket;
    private final String name;
    private final int count;
    private final ThreadLocal<SocketChannel> connection = ThreadLocal.withInitial(this::connect);

    private EngineFloor(Path socket, String name, int count) {
        this.socket = socket;
        this.name = name;
        this.count = count;
    }

    public static void main(String[] args) throws Exception {
        EngineFloor floor = new EngineFloor(Path.of(args[0]), args[1], Integer.parseInt(args[2]));
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            long begun = System.nanoTime();
            floor.call("POST", "/networks/create", "{\"Name\":\"" + floor.name + "\",\"Driver\":\"bridge\"}");
            floor.each(threads, i -> new String[]{"POST", "/containers/create?name=" + floor.name + "-" + i, """
                    {"Image":"busybox","Cmd":["sleep","600"],"Labels":{"of":"%1$s"},"HostConfig":{"NetworkMode":"%1$s"},
                    "NetworkingConfig":{"EndpointsConfig":{"%1$s":{"Aliases":["s%2$d"]}}}}""".formatted(floor.name, i)});
            floor.each(threads, i -> new String[]{"POST", "/containers/" + floor.name + "-" + i + "/start", ""});
            long up = System.nanoTime();
            floor.each(threads, i -> new String[]{"POST", "/containers/" + floor.name + "-" + i + "/kill", ""});
            floor.each(threads, i -> new String[]{"DELETE", "/containers/" + floor.name + "-" + i + "?force=1", ""});
            floor.call("DELETE", "/networks/" + floor.name, "");
            System.out.println((up - begun) / 1_000_000 + " " + (System.nanoTime() - up) / 1_000_000);
        }
    }

    private void each(ExecutorService threads, IntFunction<String[]> calls) throws Exception {
        List<Future<?>> all = IntStream.rangeClosed(1, count).mapToObj(calls)
                .<Future<?>>map(call -> threads.submit(() -> {
                    call(call[0], call[1], call[2]);
                    return null;
                })).toList();
        for (Future<?> one : all) {
            one.get();
        }
    }

    private void call(String method, String path, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " /v1.41" + path + " HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + content.length + "\r\n\r\n" + body;
        SocketChannel channel = connection.get();
        channel.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(4096);
        while (!isWhole(answer.toString(StandardCharsets.ISO_8859_1))) {
            if (channel.read(some.clear()) < 0) {
                throw new IOException("no whole answer to " + path);
            }
            answer.write(some.array(), 0, some.position());
        }
        String text = answer.toString(StandardCharsets.ISO_8859_1);
        if (text.charAt(9) != '2') {
            throw new IOException(method + " " + path + ": " + text);
        }
    }

    /** Answers that change something are small and have a length, or no body. */
    private static boolean isWhole(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        int length = answer.indexOf("Content-Length: ");
        if (end < 0) {
            return false;
        }
        int body = length < 0 ? 0 : Integer.parseInt(answer.substring(length + 16, answer.indexOf('\r', length)));
        return answer.length() >= end + 4 + body;
    }

    private SocketChannel connect() {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
