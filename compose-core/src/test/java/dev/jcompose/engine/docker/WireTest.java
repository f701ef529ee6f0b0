package dev.jcompose.engine.docker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Engines that say what a test wants, and are gone when it ends. */
abstract class WireTest {
    @TempDir
    Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();

    final StubEngine stub(String version) throws IOException {
        StubEngine stub = StubEngine.speaking(version, folder);
        open.add(stub);
        return stub;
    }

    final DockerEngine engine(DockerHost host) {
        DockerEngine engine = DockerEngine.connect(host);
        open.add(0, engine);
        return engine;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    /** An answer in these chunks. */
    static String stream(String type, String... chunks) {
        StringBuilder answer = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: " + type
                + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (String chunk : chunks) {
            answer.append(Integer.toHexString(chunk.length())).append("\r\n").append(chunk).append("\r\n");
        }
        return answer.append("0\r\n\r\n").toString();
    }
}
