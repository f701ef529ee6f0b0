package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.EngineEvents;
import dev.jcompose.logs.LogLine;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.run.Foreground;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of containers in front, over an engine that says twice that one has ended, as engines at times do. */
@Timeout(120)
class ForegroundTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void each_end_is_told_once() throws IOException, InterruptedException {
        Cli cli = new Cli(folder).file("compose.yaml",
                "name: shop\nservices: {web: {image: 'busybox:latest', command: sleep 1000}}\n");
        cli.engine.addImage("busybox:latest");
        assertEquals(0, cli.run("up", "-d").code());
        ObservedContainer web = Observer.containers(cli.engine, "shop").getFirst();
        BlockingQueue<String> ends = new LinkedBlockingQueue<>();

        SharedEngine engine = new SharedEngine(cli.engine, repeatingEnds(cli.engine.events()));
        try (Foreground foreground = Foreground.attach(engine, "shop", List.of(web), Set.of(), told(ends))) {
            cli.engine.containers().stop(web.id(), Duration.ZERO);
            List<String> heard = new ArrayList<>();
            foreground.await();
            ends.drainTo(heard);
            assertEquals(List.of("shop-web-1"), heard);

            cli.engine.containers().start(web.id());
            cli.engine.containers().stop(web.id(), Duration.ZERO);
            assertEquals("shop-web-1", ends.poll(60, TimeUnit.SECONDS));
            cli.engine.containers().start(web.id());
            cli.engine.containers().kill(web.id(), "SIGKILL");
            assertEquals("shop-web-1", ends.poll(60, TimeUnit.SECONDS));
            assertTrue(ends.isEmpty());
        }
    }

    private static Foreground.Listener told(BlockingQueue<String> ends) {
        return new Foreground.Listener() {
            @Override
            public void line(LogLine line) {
                // Only ends are asked for here.
            }

            @Override
            public void exited(ObservedContainer container, int code, boolean restarting) {
                ends.add(container.name());
            }
        };
    }

    private static EngineEvents repeatingEnds(EngineEvents events) {
        return (since, until, filters) -> new Repeating(events.stream(since, until, filters), new ArrayDeque<>());
    }

    private record Repeating(CloseableIterator<EngineEvent> events, Deque<EngineEvent> again)
            implements
                CloseableIterator<EngineEvent> {
        @Override
        public boolean hasNext() {
            return !again.isEmpty() || events.hasNext();
        }

        @Override
        public EngineEvent next() {
            if (!again.isEmpty()) {
                return again.remove();
            }
            EngineEvent event = events.next();
            if (event.action().equals("die")) {
                again.add(event);
            }
            return event;
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
