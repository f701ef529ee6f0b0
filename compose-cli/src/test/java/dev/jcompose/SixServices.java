package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.Engine;
import dev.jcompose.observe.Observation;
import dev.jcompose.observe.Observer;
import dev.jcompose.proxy.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project of six services on a real engine, under a name of its own; closing it takes it down. */
final class SixServices implements AutoCloseable {
    private static final String FILE = """
            services:
              job: {image: busybox, command: "true", network_mode: none}
              db:
                image: busybox
                command: sleep 600
                environment: {LEVEL: first}
                stop_grace_period: 0s
                networks: [back]
                volumes: [data:/data, /cache]
                depends_on: {job: {condition: service_completed_successfully}}
              cache:
                image: busybox
                command: sleep 600
                environment: {LEVEL: first}
                network_mode: none
                stop_grace_period: 0s
              api:
                image: busybox
                command: sleep 600
                stop_grace_period: 0s
                networks: [back]
                depends_on: [db, cache]
                configs: [{source: key, mode: 0400}]
              web:
                image: busybox
                command: sleep 600
                environment: {LEVEL: first}
                network_mode: none
                depends_on: [api]
                stop_grace_period: 0s
              side: {image: busybox, command: sleep 600, network_mode: "service:web", stop_grace_period: 0s}
            networks: {back: {labels: {level: first}}}
            volumes: {data: }
            configs: {key: {content: first}}
            """;
    private static final List<String> RUNNING = List.of("api running", "cache running", "db running", "job",
            "side running", "web running");

    final RealCli cli;
    private final String name;

    SixServices(Path folder, String name) throws IOException {
        this.name = name;
        this.cli = RealCli.in(Files.createDirectories(folder.resolve(name)));
        write(FILE);
    }

    /** Changes the file so that the network and every container but the job's must be made anew. */
    void change() throws IOException {
        write(FILE.replace("first", "second"));
    }

    private void write(String text) throws IOException {
        cli.file("compose.yaml", "name: " + name + "\n" + text);
    }

    /** All of it is there, once, and as the file says. */
    void assertRuns() {
        try (Engine engine = cli.engine()) {
            Observation seen = Observer.observe(engine, name);
            assertEquals(RUNNING, seen.containers().stream()
                    .map(container -> container.name().replaceFirst(name + "-(.*)-1", "$1 ")
                            + container.status().text())
                    .map(line -> line.startsWith("job ") ? "job" : line) // It may be running again, or have ended.
                    .toList(), name);
            assertEquals(1, seen.networksNamed(name + "_back").size(), name);
        }
        assertTrue(List.of(List.of(), List.of("job start")).contains(planned()), () -> name + planned());
    }

    /** All that {@code up} would do: run again what is to run once, as docker compose does. */
    private List<String> planned() {
        return cli.run("plan").out().lines()
                .map(line -> line.replaceFirst(".*container " + name + "-(.*)-1 +(\\S+) .*", "$1 $2"))
                .filter(line -> !line.contains("await")).toList();
    }

    /** Nothing of it is there. */
    void assertGone() {
        try (Engine engine = cli.engine()) {
            Observation seen = Observer.observe(engine, name);
            assertEquals(List.of(), seen.containers(), name);
            assertEquals(List.of(), seen.networksNamed(name + "_back"), name);
            assertTrue(seen.volume(name + "_data").isEmpty(), name);
        }
    }

    @Override
    public void close() {
        cli.proxy.deciding(request -> Fate.PASS);
        cli.run("down", "--volumes");
        cli.close();
    }
}
