package dev.jcompose.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.engine.CloseableIterator;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.EngineEvent;
import dev.jcompose.engine.EngineException;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.execute.Event;
import dev.jcompose.logs.LogQuery;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.plan.DownOptions;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.source.CancelledException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ComposeProjectIT {
    private static final String TWO = """
            name: library-two
            services:
              web:
                image: busybox
                command: sh -c 'echo hello; exec sleep 600'
                stop_grace_period: 0s
                environment: {LEVEL: info}
                ports: ["127.0.0.1::8080"]
              db: {image: busybox, command: sleep 600, stop_grace_period: 0s, network_mode: none}
            """;
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void needs_an_engine() {
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment())) {
            engine.images().inspect("busybox:latest");
        } catch (EngineException absent) {
            assumeTrue(false, "needs a Docker engine with the image busybox: " + absent.getMessage());
        }
    }

    @AfterEach
    void leave_nothing() throws IOException {
        if (Files.exists(folder.resolve("compose.yaml"))) {
            try (ComposeProject project = ComposeProject.open(folder.resolve("compose.yaml"))) {
                project.down(DownOptions.DEFAULTS.withVolumes(true));
            }
        }
    }

    private ComposeProject open(String text) throws IOException {
        return ComposeProject.open(Files.writeString(folder.resolve("compose.yaml"), text));
    }

    @Test
    void tells_what_up_did_with_each_container_and_why() throws IOException {
        try (ComposeProject project = open(TWO)) {
            assertEquals(List.of(new ContainerResult("library-two-web-1", ContainerResult.Outcome.CREATED,
                    "no container yet")), project.up().of("web"));
            assertEquals(ContainerResult.Outcome.REUSED, project.up().of("web").getFirst().outcome());
            project.stop("web");
            assertEquals(ContainerResult.Outcome.STARTED, project.up().of("web").getFirst().outcome());
        }
        try (ComposeProject project = open(TWO.replace("info", "debug"))) {
            UpResult result = project.up();
            ContainerResult web = result.of("web").getFirst();
            assertEquals("library-two-web-1", web.name());
            assertEquals(ContainerResult.Outcome.RECREATED, web.outcome());
            assertTrue(!web.cause().isEmpty());
            assertEquals(ContainerResult.Outcome.REUSED, result.of("db").getFirst().outcome());
            assertEquals(Set.of("db", "web"), result.containers().keySet());
        }
    }

    @Test
    void runs_commands_and_tells_ports_lines_and_events() throws IOException {
        Set<String> steps = new ConcurrentSkipListSet<>();
        try (ComposeProject project = open(TWO)) {
            try (CloseableIterator<EngineEvent> events = project.events()) {
                project.withEvents(event -> {
                    if (event instanceof Event.StepDone done) {
                        steps.add(done.step().action().kind() + " " + done.step().action().verb());
                    }
                }).up();
                assertEquals("create", events.next().action());
            }
            assertEquals(Set.of("container create", "container start", "network create"), new TreeSet<>(steps));
            assertEquals(new Completed(3, "out\n", "err\n"),
                    project.exec("db", "sh", "-c", "echo out; echo err >&2; exit 3"));
            assertEquals(new Completed(0, "one\n", ""), project.run("db", "echo", "one"));
            assertTrue(project.port("web", 8080).orElseThrow().port() > 0);
            assertEquals("127.0.0.1", project.port("web", 8080).orElseThrow().address());
            assertTrue(project.port("web", 8081).isEmpty());
            List<String> lines = new ArrayList<>();
            project.logs(LogQuery.ALL, line -> lines.add(line.service() + ": " + line.text()));
            assertEquals(List.of("web: hello"), lines);
            assertEquals(2, project.observe().containers().size());
            assertTrue(project.plan(UpOptions.DEFAULTS).isEmpty());
        }
    }

    @Test
    void ends_what_it_does_when_its_thread_is_interrupted() throws Exception {
        String never = """
                name: library-never
                services:
                  db:
                    image: busybox
                    command: sleep 600
                    stop_grace_period: 0s
                    network_mode: none
                    healthcheck: {test: "false", interval: 1h}
                """;
        try (ComposeProject project = open(never)) {
            CountDownLatch waiting = new CountDownLatch(1);
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread thread = Thread.ofPlatform().start(() -> {
                ComposeProject told = project.withEvents(event -> {
                    if (event instanceof Event.StepStarted begun && begun.step().action().verb().equals("await")) {
                        waiting.countDown();
                    }
                });
                outcome.complete(assertThrows(RuntimeException.class,
                        () -> told.up(UpOptions.DEFAULTS.withAwait(true))));
            });
            waiting.await();
            thread.interrupt();

            assertTrue(thread.join(Duration.ofSeconds(20)));
            assertInstanceOf(CancelledException.class, outcome.get());
        }
    }

    @Test
    void waits_for_whoever_is_at_work_on_the_project_and_says_so() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<UpResult> second = new CompletableFuture<>();
        AtomicBoolean begun = new AtomicBoolean();
        try (ComposeProject one = open(TWO); ComposeProject other = open(TWO)) {
            ComposeProject waiting = other.withEvents(event -> {
                if (event instanceof Event.Notice notice && notice.text().equals("waiting for another thread of this "
                        + "process, which is at work on project library-two")) {
                    told.countDown();
                }
            });
            UpResult first = one.withEvents(event -> {
                if (event instanceof Event.StepStarted && begun.compareAndSet(false, true)) {
                    second.completeAsync(waiting::up);
                    await(told);
                }
            }).up();

            assertEquals(ContainerResult.Outcome.CREATED, first.of("web").getFirst().outcome());
            assertEquals(ContainerResult.Outcome.REUSED, second.get().of("web").getFirst().outcome());
        }
    }

    @Test
    void used_by_ten_at_once_leaves_one_network_and_no_duplicate() throws Exception {
        List<Future<UpResult>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor(); ComposeProject shared = open(TWO)) {
            for (int user = 0; user < 10; user++) {
                boolean own = user % 2 == 0;
                results.add(threads.submit(() -> {
                    try (ComposeProject project = ComposeProject.open(folder.resolve("compose.yaml"))) {
                        return (own ? project : shared).up();
                    }
                }));
            }
            int created = 0;
            for (Future<UpResult> result : results) {
                created += result.get().of("web").getFirst().outcome() == ContainerResult.Outcome.CREATED ? 1 : 0;
            }
            assertEquals(1, created);
            assertEquals(List.of("library-two-db-1", "library-two-web-1"),
                    shared.observe().containers().stream().map(ObservedContainer::name).toList());
            assertEquals(1, shared.observe().networksNamed("library-two_default").size());
        }
    }

    @Test
    void tells_of_containers_that_another_folder_made() throws Exception {
        try (ComposeProject project = open(TWO)) {
            project.up();
        }
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        try (ComposeProject project = ComposeProject.open(Files.writeString(elsewhere.resolve("compose.yaml"), TWO))) {
            List<String> notices = new CopyOnWriteArrayList<>();
            project.withEvents(event -> {
                if (event instanceof Event.Notice notice) {
                    notices.add(notice.text());
                }
            }).down();

            assertEquals(List.of("containers of project library-two come from another folder: " + folder), notices);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In a process of its own, with no programs to be found and nothing else that has threads or files open. */
    @Test
    @Timeout(300)
    void leaves_no_thread_file_or_container_in_a_hundred_cycles() throws Exception {
        ProcessBuilder process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Cycles.class.getName(),
                folder.toString()).redirectErrorStream(true);
        process.environment().keySet().removeIf(name -> !name.equals("DOCKER_HOST"));
        process.environment().put("PATH", "");
        Process run = process.start();

        String printed = new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals("100 cycles; more threads: [], more files: 0, containers: 0, processes: 0\n", printed);
        assertEquals(0, run.waitFor());
    }
}
