package dev.jcompose.engine.docker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.Containers.ArchiveOptions;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes over the wire piece by piece: logs, archives, answers in chunks. */
@Timeout(30)
class StreamWireTest extends WireTest {
    private static final String RAW = "application/vnd.docker.raw-stream";
    private static final String MULTIPLEXED = "application/vnd.docker.multiplexed-stream";

    private static String frame(int channel, String text) {
        int length = text.length();
        return "" + (char) channel + "\0\0\0" + (char) (length >> 24) + (char) (length >> 16 & 0xff)
                + (char) (length >> 8 & 0xff) + (char) (length & 0xff) + text;
    }

    private static byte[] bytes(CloseableIterator<Frame> frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        frames.forEachRemaining(frame -> all.writeBytes(frame.bytes()));
        return all.toByteArray();
    }

    @Nested
    class A_stream {
        private CloseableIterator<Frame> logs(StubEngine stub) {
            return engine(stub.host()).containers().logs("web", LogOptions.ALL);
        }

        @Test
        void may_be_cut_anywhere() throws IOException {
            String all = frame(1, "h\u00c3\u00a4\n") + frame(2, "oh\n") + frame(1, "x".repeat(70_000));
            List<String> single = new ArrayList<>();
            for (int at = 0; at < 60; at++) {
                single.add(all.substring(at, at + 1));
            }
            single.add(all.substring(60));
            StubEngine stub = stub("1.51").answer("GET /v1.51/containers/web/logs",
                    stream(MULTIPLEXED, single.toArray(new String[0])));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            logs(stub).forEachRemaining(
                    frame -> (frame.channel() == Frame.Channel.STDOUT ? out : err).writeBytes(frame.bytes()));
            assertEquals("hä\n" + "x".repeat(70_000), out.toString(StandardCharsets.UTF_8));
            assertEquals("oh\n", err.toString(StandardCharsets.UTF_8));
        }

        @Test
        void of_a_terminal_may_begin_with_any_byte() throws IOException {
            StubEngine stub = stub("1.51").answer("GET /v1.51/containers/web/logs", stream(RAW, "\1\0\0\0abc"));
            assertArrayEquals(new byte[]{1, 0, 0, 0, 'a', 'b', 'c'}, bytes(logs(stub)));
        }

        @Test
        void of_an_old_engine_is_what_the_container_says() throws IOException {
            StubEngine stub = stub("1.41")
                    .answer("GET /v1.41/containers/web/logs", stream("application/octet-stream", "\1\0\0\0abc"))
                    .json("GET /v1.41/containers/web/json", 200, "{\"Config\":{\"Tty\":true}}");
            assertEquals(7, bytes(logs(stub)).length);
        }

        @Test
        void that_ends_inside_a_frame_is_a_failure() throws IOException {
            StubEngine stub = stub("1.51").answer("GET /v1.51/containers/web/logs",
                    stream(MULTIPLEXED, frame(1, "whole"), frame(1, "half").substring(0, 10)));
            CloseableIterator<Frame> logs = logs(stub);
            assertEquals(5, logs.next().bytes().length);
            assertEquals(2, logs.next().bytes().length);
            assertThrows(EngineException.Unreachable.class, logs::hasNext);
            assertFalse(logs.hasNext());
        }

        @Test
        void gives_frames_that_stay_as_they_are() throws IOException {
            StubEngine stub = stub("1.51").answer("GET /v1.51/containers/web/logs",
                    stream(MULTIPLEXED, frame(1, "A".repeat(1024)), frame(1, "B".repeat(1024)), frame(1, "C")));
            List<Frame> kept = new ArrayList<>();
            logs(stub).forEachRemaining(kept::add);
            assertEquals("A".repeat(1024), new String(kept.getFirst().bytes(), StandardCharsets.US_ASCII));
        }
    }

    @Nested
    class A_body {
        @Test
        void of_unknown_length_is_sent_in_chunks() throws IOException {
            StubEngine stub = stub("1.51").answer("PUT /v1.51/containers/web/archive",
                    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            String tar = "t".repeat(200_000);
            engine(stub.host()).containers().putArchive("web", "/a b",
                    new ByteArrayInputStream(tar.getBytes(StandardCharsets.US_ASCII)), ArchiveOptions.DEFAULTS);
            assertEquals("PUT /v1.51/containers/web/archive?path=%2Fa%20b " + tar, stub.requests().getLast());
        }

        @Test
        void received_in_chunks_cut_inside_a_character_is_whole() throws IOException {
            StubEngine stub = stub("1.51").answer("GET /v1.51/volumes/data", stream("application/json",
                    "{\"Name\":\"d\u00c3", "\u00a4ta\"}"));
            assertEquals("däta", engine(stub.host()).volumes().inspect("data").name());
        }
    }
}
