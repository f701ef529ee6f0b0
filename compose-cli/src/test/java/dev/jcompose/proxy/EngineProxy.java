package dev.jcompose.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A Unix socket before an engine's. Lists the calls that come, and decides what becomes of each. Whoever decides may
 * take its time: that delays the call, and no other.
 */
public final class EngineProxy implements AutoCloseable {
    private final Path folder;
    private final Path engine;
    private final ServerSocketChannel server;
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new ArrayList<>();
    private volatile Function<Request, Fate> deciding = request -> Fate.PASS;
    private int underWay;
    private int mostUnderWay;

    private EngineProxy(Path folder, Path engine) throws IOException {
        this.folder = folder;
        this.engine = engine;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket()));
        Thread.ofVirtual().start(this::accept);
    }

    /** A proxy before the engine that listens on a Unix socket; lets all calls pass. */
    public static EngineProxy before(Path engine) throws IOException {
        return new EngineProxy(Files.createTempDirectory("proxy"), engine);
    }

    /** Where clients find it, as {@code DOCKER_HOST} wants it. */
    public String address() {
        return "unix://" + socket();
    }

    /** Forgets what came, and counts from 1 again. */
    public EngineProxy deciding(Function<Request, Fate> decision) {
        synchronized (requests) {
            requests.clear();
            mostUnderWay = underWay;
        }
        deciding = decision;
        return this;
    }

    /** Since the last decision, in the order of their arrival. */
    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** How many calls that change something the engine had and had not begun to answer, at most. */
    public int mostAtOnce() {
        synchronized (requests) {
            return mostUnderWay;
        }
    }

    private Path socket() {
        return folder.resolve("engine.sock");
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                Passage passage = new Passage(this, client, SocketChannel.open(UnixDomainSocketAddress.of(engine)));
                passages.add(passage);
                passage.begin();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    Request arrived(String line) {
        synchronized (requests) {
            Request request = Request.of(requests.size() + 1, line);
            requests.add(request);
            return request;
        }
    }

    Fate fate(Request request) {
        return deciding.apply(request);
    }

    void sent() {
        synchronized (requests) {
            mostUnderWay = Math.max(mostUnderWay, ++underWay);
        }
    }

    void answered() {
        synchronized (requests) {
            underWay--;
        }
    }

    void ended(Passage passage) {
        passages.remove(passage);
    }

    @Override
    public void close() {
        try {
            server.close();
            Set.copyOf(passages).forEach(Passage::close);
            Files.deleteIfExists(socket());
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
