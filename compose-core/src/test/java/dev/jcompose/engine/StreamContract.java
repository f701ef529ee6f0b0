package dev.jcompose.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.ContainerLogs.LogOptions;
import dev.jcompose.engine.Containers.ArchiveOptions;
import dev.jcompose.engine.Execs.ExecSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every engine lets in and out of containers: output, input, commands and files. */
abstract class StreamContract extends EngineFixture {
    @Nested
    class Output {
        private static final String BOTH = "{command: [sh, -c, 'echo one; echo two >&2; echo three']}";

        @Test
        void of_both_streams_is_logged_apart() {
            String id = run("a", BOTH);
            engine.containers().awaitExit(id);
            assertEquals("one\nthree\n", text(engine.containers().logs(id, LogOptions.ALL), Frame.Channel.STDOUT));
            assertEquals("two\n", text(engine.containers().logs(id, LogOptions.ALL), Frame.Channel.STDERR));
        }

        @Test
        void can_be_followed_to_the_end() {
            String id = run("a", BOTH);
            assertEquals("one\nthree\n", text(engine.containers().logs(id, LogOptions.FOLLOW), Frame.Channel.STDOUT));
        }

        @Test
        void may_be_asked_for_by_its_last_lines() {
            String id = run("a", "{command: [sh, -c, 'echo one; echo two; echo three']}");
            engine.containers().awaitExit(id);
            LogOptions two = new LogOptions(true, true, false, false, 2, null, null);
            assertEquals("two\nthree\n", text(engine.containers().logs(id, two), null));
        }

        @Test
        void is_not_missed_by_who_attaches_before_the_start() {
            String id = create("a", BOTH);
            try (Session session = engine.containers().attach(id, AttachOptions.OUTPUT)) {
                engine.containers().start(id);
                assertEquals("one\nthree\n", text(session, Frame.Channel.STDOUT));
            }
        }

        @Test
        void with_a_terminal_is_one_stream() {
            String id = run("a", "{tty: true, command: [sh, -c, 'echo one; echo two >&2']}");
            engine.containers().awaitExit(id);
            String all = text(engine.containers().logs(id, LogOptions.ALL), Frame.Channel.STDOUT);
            assertEquals("one\ntwo\n", all.replace("\r", ""));
        }

        @Test
        void ends_for_a_follower_that_is_closed_by_another_thread() throws InterruptedException {
            String id = run("a", SLEEP);
            CloseableIterator<Frame> logs = engine.containers().logs(id, LogOptions.FOLLOW);
            Thread closer = Thread.ofVirtual().start(logs::close);
            assertFalse(logs.hasNext());
            closer.join();
        }
    }

    @Nested
    class Input {
        @Test
        void reaches_the_container_and_ends_without_ending_its_output() throws IOException {
            ContainerSpec spec = spec("a", "{command: [cat], stdin_open: true}")
                    .withStreams(ContainerSpec.Streams.interactive(false, true, null));
            String id = engine.containers().create(spec).id();
            try (Session session = engine.containers().attach(id, AttachOptions.ALL)) {
                engine.containers().start(id);
                session.stdin().write("to and fro\n".getBytes(StandardCharsets.UTF_8));
                session.stdin().close();
                assertEquals("to and fro\n", text(session, Frame.Channel.STDOUT));
            }
            assertEquals(0, engine.containers().awaitExit(id).code());
        }

        @Test
        void reaches_an_executed_command() throws IOException {
            String id = run("a", SLEEP);
            String exec = engine.execs().create(id, new ExecSpec(List.of("cat"), List.of(), null, null, false, false,
                    true, true, true, null, null));
            try (Session session = engine.execs().start(exec)) {
                session.stdin().write("half".getBytes(StandardCharsets.UTF_8));
                session.stdin().close();
                assertEquals("half", text(session, Frame.Channel.STDOUT));
            }
        }
    }

    @Nested
    class An_executed_command {
        @Test
        void gives_its_output_and_its_code() {
            String id = run("a", SLEEP);
            String exec = engine.execs().create(id, ExecSpec.of("sh", "-c", "echo out; echo err >&2; exit 5"));
            List<String> lines = new ArrayList<>();
            try (Session session = engine.execs().start(exec)) {
                session.forEachRemaining(frame -> lines.add(
                        frame.channel() + " " + new String(frame.bytes(), StandardCharsets.UTF_8).strip()));
            }
            assertEquals(List.of("STDERR err", "STDOUT out"), lines.stream().sorted().toList());
            Execs.ExecDetails details = engine.execs().inspect(exec);
            assertFalse(details.running());
            assertEquals(5, details.exitCode());
        }

        @Test
        void needs_a_container_that_runs() {
            String id = create("a", SLEEP);
            assertThrows(EngineException.Conflict.class, () -> engine.execs().create(id, ExecSpec.of("true")));
        }
    }

    @Nested
    class Files {
        @Test
        void are_copied_in_and_out() throws IOException {
            String id = create("a", SLEEP);
            engine.containers().putArchive(id, "/tmp", new ByteArrayInputStream(tar("greeting", "hello")),
                    ArchiveOptions.DEFAULTS);
            assertEquals(5, engine.containers().stat(id, "/tmp/greeting").size());
            assertTrue(engine.containers().stat(id, "/tmp").isDirectory());
            try (ContainerArchive archive = engine.containers().getArchive(id, "/tmp/greeting")) {
                byte[] content = archive.tar().readAllBytes();
                assertEquals("hello", new String(Arrays.copyOfRange(content, 512, 517), StandardCharsets.UTF_8));
                assertEquals("greeting", archive.stat().name());
            }
        }

        @Test
        void that_are_not_there_are_not_found() {
            String id = create("a", SLEEP);
            assertThrows(EngineException.NotFound.class, () -> engine.containers().stat(id, "/no/such/file"));
        }

        private static byte[] tar(String name, String content) {
            byte[] tar = new byte[512 * 4];
            put(tar, 0, name);
            put(tar, 100, "0000644\0" + "0000000\0" + "0000000\0" + String.format("%011o\0", content.length())
                    + "00000000000\0" + "        " + "0");
            put(tar, 257, "ustar\00000");
            int sum = 0;
            for (int i = 0; i < 512; i++) {
                sum += tar[i] & 0xff;
            }
            put(tar, 148, String.format("%06o\0 ", sum));
            put(tar, 512, content);
            return tar;
        }

        private static void put(byte[] target, int offset, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, target, offset, bytes.length);
        }
    }
}
