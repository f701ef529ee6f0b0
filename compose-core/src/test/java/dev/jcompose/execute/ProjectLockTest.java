package dev.jcompose.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.memory.MemoryEngine;
import dev.jcompose.source.CancelledException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProjectLockTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void is_held_by_one_of_many_threads_at_a_time() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> {
                    ProjectLock lock = take("engine", "shop");
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                    lock.close();
                }));
            }
        }
        for (Future<?> each : all) {
            each.get();
        }

        assertEquals(1, most.get());
    }

    @Test
    void of_other_projects_and_engines_is_another_one() {
        ProjectLock first = take("engine", "shop");
        ProjectLock second = take("engine", "shop2");
        ProjectLock third = take("engine2", "shop");

        first.close();
        second.close();
        third.close();
        first.close();
    }

    @Test
    void ends_with_the_process_that_holds_it_and_names_it_until_then() throws Exception {
        Process other = holder();
        BufferedReader out = new BufferedReader(
                new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("held", out.readLine());
        List<String> waited = new ArrayList<>();

        ProjectLock lock = ProjectLock.take(folder, "engine", "shop", "me", holder -> {
            waited.add(holder);
            other.destroyForcibly();
        });

        assertEquals(List.of("the other"), waited);
        lock.close();
        other.waitFor();
    }

    @Test
    void is_known_to_have_been_nobody_elses_since_a_glimpse() {
        assertEquals(Optional.empty(), glimpse());
        take("engine", "shop").close();
        Glimpse first = glimpse().orElseThrow();
        ProjectLock next = take("engine", "shop");
        assertTrue(next.isNextAfter(first));
        assertEquals(Optional.empty(), glimpse());
        next.close();

        ProjectLock later = take("engine", "shop");
        assertFalse(later.isNextAfter(first));
        later.close();
        assertNotEquals(Optional.of(first), glimpse());
    }

    @Test
    void is_not_known_about_after_a_holder_that_was_killed() throws Exception {
        Process other = holder();
        assertEquals("held", other.inputReader().readLine());
        assertEquals(Optional.empty(), glimpse());
        other.destroyForcibly().waitFor();

        assertEquals(Optional.empty(), glimpse());
        take("engine", "shop").close();
        assertTrue(glimpse().isPresent());
    }

    private Optional<Glimpse> glimpse() {
        return ProjectLock.glimpse(folder, "engine", "shop");
    }

    @Test
    void is_not_waited_for_any_longer_by_a_thread_that_is_interrupted() throws Exception {
        ProjectLock lock = take("engine", "shop");
        CountDownLatch waiting = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> second = threads.submit(() -> assertThrows(CancelledException.class,
                    () -> ProjectLock.take(folder, "engine", "shop", "", holder -> waiting.countDown())));
            waiting.await();
            threads.shutdownNow();
            second.get();
        }

        lock.close();
        take("engine", "shop").close();
    }

    @Test
    void of_an_engine_of_this_process_is_held_by_one_thread_at_a_time() throws Exception {
        MemoryEngine engine = new MemoryEngine();
        CountDownLatch waiting = new CountDownLatch(1);
        ProjectTurn first = new ProjectTurn(engine, Map.of(), told -> {});
        ProjectTurn second = new ProjectTurn(engine, Map.of(), told -> waiting.countDown());
        List<String> order = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> later = first.during("up", "shop", journal -> {
                Future<?> begun = threads.submit(() -> second.during("down", "shop", none -> order.add("second")));
                await(waiting);
                order.add("first");
                return begun;
            });
            later.get();
        }

        assertEquals(List.of("first", "second"), order);
        assertEquals("elsewhere", first.during("up", "shop", journal -> new ProjectTurn(new MemoryEngine(), Map.of(),
                told -> {}).during("up", "shop", none -> "elsewhere")));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tells_where_there_can_be_no_file() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertTrue(assertThrows(ProjectLock.LockException.class,
                () -> ProjectLock.take(file, "engine", "shop", "", holder -> {})).getMessage()
                .startsWith("cannot lock "));
    }

    private ProjectLock take(String engine, String project) {
        return ProjectLock.take(folder, engine, project, "", holder -> {});
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Holder.class.getName(),
                folder.toString()).redirectErrorStream(true).start();
    }

    /** Another process, which takes the lock and keeps it. */
    static final class Holder {
        public static void main(String[] arguments) throws InterruptedException {
            ProjectLock.take(Path.of(arguments[0]), "engine", "shop", "the other", holder -> {});
            System.out.println("held");
            new CountDownLatch(1).await();
        }
    }
}
