package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcompose.engine.EngineSystem.Ping;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} takes care of before, beside and after what it does. */
@Timeout(180)
class UpSafetyIT {
    private static final String TWO = """
            services:
              one: {image: busybox, command: sleep 600, stop_grace_period: 0s, environment: {A: first}}
              two: {image: busybox, command: sleep 600, stop_grace_period: 0s}
            """;

    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void engine() {
        cli = new EngineCli(folder);
    }

    @AfterEach
    void down() {
        cli.close();
    }

    @Test
    void twenty_at_once_leave_one_network_and_no_duplicate() throws Exception {
        cli.file("compose.yaml", TWO);
        List<Future<Cli.Result>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> cli.run("up", "-d")));
            }
        }

        for (Future<Cli.Result> each : all) {
            assertEquals(0, each.get().code(), each.get().err());
        }
        assertEquals(2, cli.run("ps", "-aq").out().lines().count());
        assertEquals(new Cli.Result(0, "", ""), cli.run("plan"));
    }

    @Test
    void nobody_waits_without_end_for_a_health_check_that_nobody_runs() throws IOException {
        assumeTrue(Present.engine().filter(Ping::isPodman).isPresent(), "other engines run checks themselves");
        assumeFalse(Files.isDirectory(Path.of("/run/systemd/system")), "with systemd, Podman has them run");
        cli.file("compose.yaml", """
                services:
                  web: {image: busybox, command: sleep 600, depends_on: {db: {condition: service_healthy}}}
                  db:
                    image: busybox
                    command: sleep 600
                    stop_grace_period: 0s
                    healthcheck: {test: "true", interval: 1s, timeout: 1s}
                """);

        Cli.Result up = cli.run("up", "-d");

        assertEquals(1, up.code());
        assertTrue(up.err().contains("its health check has not been run in 1"), up.err());
        cli.file("compose.yaml", Files.readString(folder.resolve("compose.yaml")).replace("healthy", "started"));
        assertEquals(0, cli.run("up", "-d").code());
        assertEquals(2, cli.run("ps", "-q").out().lines().count());
    }

    @Test
    void a_failure_is_taken_back_on_demand() throws IOException {
        cli.file("compose.yaml", TWO);
        assertEquals(0, cli.run("up", "-d").code());
        String before = cli.run("ps", "-q", "--no-trunc").out();
        cli.file("compose.yaml", TWO.replace("first", "second").replace("two: {image: busybox, command: sleep 600",
                "two: {image: busybox, command: not-there"));

        Cli.Result failed = cli.run("up", "-d", "--rollback-on-failure");

        assertEquals(1, failed.code());
        assertTrue(failed.err().contains("not-there"), failed.err());
        assertEquals(before, cli.run("ps", "-q", "--no-trunc").out());
        assertEquals(before.lines().count(), cli.run("ps", "-aq").out().lines().count());
        cli.file("compose.yaml", TWO.replace("first", "second"));
        assertEquals(0, cli.run("up", "-d", "--rollback-on-failure").code());
        assertEquals(2, cli.run("ps", "-aq").out().lines().count());
        assertEquals(new Cli.Result(0, "", ""), cli.run("plan"));
    }

    @Test
    void a_network_that_was_replaced_is_taken_back_too() throws IOException {
        String labelled = TWO.replace("services:", "networks: {default: {labels: {colour: red}}}\nservices:");
        cli.file("compose.yaml", labelled);
        assertEquals(0, cli.run("up", "-d").code());
        String before = cli.run("ps", "-q", "--no-trunc").out();
        cli.file("compose.yaml", labelled.replace("red", "blue") + "  three: {image: busybox, command: not-there}\n");

        Cli.Result failed = cli.run("up", "-d", "--rollback-on-failure");

        assertEquals(1, failed.code());
        assertTrue(failed.err().contains("not-there"), failed.err());
        assertEquals(before, cli.run("ps", "-q", "--no-trunc").out());
        assertEquals(0, cli.run("exec", "-T", "one", "nslookup", "two").code());
        cli.file("compose.yaml", labelled);
        assertEquals(new Cli.Result(0, "", ""), cli.run("plan"));
    }

    @Test
    void a_port_that_a_process_has_is_told_before_anything_is_made() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            cli.file("compose.yaml", """
                    services:
                      one:
                        image: busybox
                        ports: ["127.0.0.1:%d:80"]
                    """.formatted(socket.getLocalPort()));

            Cli.Result refused = cli.run("up", "-d");

            assertEquals(1, refused.code());
            assertTrue(refused.err().startsWith("compose.yaml:4:13: services.one.ports[0]: port 127.0.0.1:"
                    + socket.getLocalPort() + "/tcp is taken by "), refused.err());
            assertEquals("", cli.run("ps", "-aq").out());
        }
    }

    @Test
    void a_port_that_a_container_has_is_told_with_its_project() throws IOException {
        String published = TWO.replace("sleep 600,", "sleep 600, ports: ['127.0.0.1:0:80'],");
        cli.file("compose.yaml", published);
        assertEquals(0, cli.run("up", "-d", "one").code());
        String port = cli.run("port", "one", "80").out().strip();
        cli.file("compose.yaml", TWO.replace("two: {", "two: {ports: ['" + port + ":81'], "));

        Cli.Result refused = cli.run("up", "-d", "--no-deps", "two");

        assertTrue(refused.err().contains("is taken by container " + cli.project + "-one-1 of project " + cli.project),
                refused.err());
    }

    @Test
    void a_file_that_is_not_there_is_told_before_anything_is_made() throws IOException {
        cli.file("compose.yaml", """
                services:
                  one: {image: busybox, secrets: [key], volumes: ["./app.conf:/etc/app.conf"]}
                secrets:
                  key:
                    file: ./key.txt
                """);

        Cli.Result refused = cli.run("up", "-d");

        assertEquals(1, refused.code());
        assertTrue(refused.err().startsWith("compose.yaml:5:11: secrets.key.file: there is no file "), refused.err());
        assertTrue(cli.run("plan").err().startsWith("compose.yaml:5:11: "));
        assertFalse(Files.exists(folder.resolve("app.conf")));
    }

    @Test
    void containers_of_another_folder_are_told_of_and_left_alone_on_demand() throws IOException {
        cli.file("compose.yaml", TWO);
        assertEquals(0, cli.run("up", "-d").code());
        Files.createDirectories(folder.resolve("other"));

        Cli.Result refused = cli.run("--project-directory", "other", "up", "-d", "--no-adopt");
        Cli.Result refusedDown = cli.run("--project-directory", "other", "down", "--no-adopt");
        Cli.Result adopted = cli.run("--project-directory", "other", "up", "-d");

        String told = "containers of project " + cli.project + " come from another folder: " + folder;
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains(told), refused.err());
        assertEquals(1, refusedDown.code());
        assertEquals(0, adopted.code());
        assertTrue(adopted.err().contains("warning: " + told), adopted.err());
    }
}
