package dev.jcompose.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.ContainerFilter;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.Frame;
import dev.jcompose.engine.Specs;
import dev.jcompose.engine.memory.MemoryEngine;
import dev.jcompose.observe.ObservedContainer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Logs that come as slowly as the tests want. */
@Timeout(60)
class ReadAheadTest {
    private static final String TIME = "2026-01-02T13:23:37.00000000";

    private final Source web = new Source("web");
    private final Source db = new Source("db");

    @Test
    void lines_of_several_logs_come_in_the_order_of_time() {
        web.write(1, "a").write(4, "b").write(5, "c").end();
        db.write(2, "x").write(3, "y").write(6, "z").end();

        assertEquals(List.of("web a", "db x", "db y", "web b", "web c", "db z"), merged());
    }

    @Test
    void a_log_stays_in_its_own_order() {
        web.write(3, "late").write(1, "early").end();
        db.write(2, "between").end();

        assertEquals(List.of("db between", "web late", "web early"), merged());
    }

    @Test
    void all_lines_come_though_few_are_kept() {
        List<Integer> numbers = IntStream.range(0, 5_000).boxed().toList();
        numbers.forEach(i -> web.write(1, "line " + i));
        web.end();
        ReadAhead log = web.readAhead(100);

        assertEquals(numbers.stream().map(i -> "line " + i).toList(), texts(log));
    }

    @Test
    void what_was_read_before_a_failure_comes_first() {
        web.write(1, "a").write(2, "b").fail();
        ReadAhead log = web.readAhead(100);

        assertEquals("a", text(log));
        assertEquals("b", text(log));
        assertThrows(EngineException.Interrupted.class, log::next);
    }

    @Test
    void interrupting_who_waits_is_told_as_such() throws InterruptedException {
        web.write(1, "a");
        CountDownLatch first = new CountDownLatch(1);
        List<Object> seen = new ArrayList<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            ReadAhead log = web.readAhead(100);
            seen.add(text(log));
            first.countDown();
            seen.add(assertThrows(EngineException.Interrupted.class, log::next).getMessage());
            seen.add(Thread.currentThread().isInterrupted());
            log.close();
        });
        first.await();
        reader.interrupt();
        reader.join();

        assertEquals(List.of("a", "container web: logs: interrupted (memory:)", true), seen);
        assertTrue(web.closed.await(30, TimeUnit.SECONDS));
    }

    @Test
    void closing_ends_the_wait() throws InterruptedException {
        web.write(1, "a");
        ReadAhead log = web.readAhead(100);
        assertEquals("a", text(log));
        Thread closer = Thread.ofPlatform().start(log::close);

        assertNull(log.next());
        closer.join();
    }

    private List<String> merged() {
        List<String> lines = new ArrayList<>();
        new MergedLogs(List.of(web.readAhead(100), db.readAhead(100)))
                .forEach((container, line) -> lines.add(container.name() + " " + line.text()), () -> false);
        return lines;
    }

    private static List<String> texts(ReadAhead log) {
        List<String> texts = new ArrayList<>();
        for (LogLine line = log.next(); line != null; line = log.next()) {
            texts.add(line.text());
        }
        return texts;
    }

    private static String text(ReadAhead log) {
        LogLine line = log.next();
        return line == null ? "" : line.text();
    }

    /** A container's log: each line is a frame of its own. */
    private static final class Source implements CloseableIterator<Frame> {
        private static final String END = "end";

        private final String name;
        private final BlockingDeque<Object> frames = new LinkedBlockingDeque<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        Source(String name) {
            this.name = name;
        }

        Source write(int time, String line) {
            frames.add(Frame.of(Frame.Channel.STDOUT,
                    (TIME + time + "Z " + line + "\n").getBytes(StandardCharsets.UTF_8)));
            return this;
        }

        void end() {
            frames.add(END);
        }

        void fail() {
            frames.add(new EngineException.Interrupted("logs", name, "memory:"));
        }

        ReadAhead readAhead(int most) {
            return new ReadAhead(new LogReader(container(), this), "memory:", most);
        }

        private ObservedContainer container() {
            MemoryEngine engine = new MemoryEngine();
            engine.addImage("busybox:latest");
            engine.containers().create(Specs.container(name, Map.of(), "{}"));
            return ObservedContainer.of(engine.containers().list(ContainerFilter.ALL)).getFirst();
        }

        @Override
        public boolean hasNext() {
            try {
                Object next = frames.take();
                if (next instanceof EngineException failure) {
                    throw failure;
                }
                if (next instanceof Frame) {
                    frames.addFirst(next);
                }
                return next instanceof Frame;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EngineException.Interrupted("logs", name, "memory:");
            }
        }

        @Override
        public Frame next() {
            if (frames.poll() instanceof Frame frame) {
                return frame;
            }
            throw new NoSuchElementException();
        }

        @Override
        public boolean isBuffered() {
            return frames.peek() instanceof Frame;
        }

        @Override
        public void close() {
            end();
            closed.countDown();
        }
    }
}
