package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} in front, in a terminal's window. */
@Timeout(180)
class UpTerminalIT {
    private static final long PATIENCE = 30_000_000_000L;
    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void project() throws IOException {
        cli = new EngineCli(folder).file("compose.yaml", """
                services:
                  db:
                    image: busybox
                    command: sh -c 'trap "exit 0" TERM; echo db ready; while :; do sleep 0.1; done'
                    network_mode: none
                  web:
                    image: busybox
                    command: sh -c 'trap "exit 0" TERM; echo web ready; while :; do sleep 0.1; done'
                    network_mode: none
                    depends_on: [db]
                    develop: {watch: [{path: src, action: sync, target: /src}]}
                """).file("src/a", "1");
    }

    @AfterEach
    void down() {
        cli.close();
    }

    private AtTerminal up() throws IOException, InterruptedException {
        return AtTerminal.run(cli, "up").await("web ready").await("Detach");
    }

    /** Which services run; the engine's list may be a moment behind its answers. */
    private void assertRunning(String expected) {
        String seen = running();
        for (long end = System.nanoTime() + PATIENCE; !seen.equals(expected) && System.nanoTime() < end;) {
            seen = running();
        }
        assertEquals(expected, seen);
    }

    private String running() {
        return cli.run("ps", "--services").out();
    }

    @Test
    void ctrl_c_stops_what_runs_in_order() throws Exception {
        try (AtTerminal terminal = up()) {
            terminal.type(AtTerminal.CTRL_C).await("web-1 exited with code 0").await("db-1 exited with code 0")
                    .endsWith(130);
        }
        assertRunning("");
    }

    @Test
    void a_second_ctrl_c_kills() throws Exception {
        cli.file("compose.yaml", """
                services:
                  web:
                    image: busybox
                    command: sh -c 'trap "echo no" TERM; echo web ready; while :; do sleep 0.1; done'
                    network_mode: none
                    stop_grace_period: 10m
                """);
        try (AtTerminal terminal = up()) {
            terminal.type(AtTerminal.CTRL_C).await("no").type(AtTerminal.CTRL_C).endsWith(130);
        }
        assertRunning("");
    }

    @Test
    void d_leaves_the_containers_alone() throws Exception {
        try (AtTerminal terminal = up()) {
            terminal.type("d").endsWith(0);
        }
        assertRunning("db\nweb\n");
    }

    @Test
    void w_watches_and_watches_no_more() throws Exception {
        try (AtTerminal terminal = up()) {
            terminal.type("w").await("Disable Watch").await("Watch enabled");
            Files.writeString(folder.resolve("src/a"), "2");
            while (!cli.shell("web", "cat /src/a").equals("2")) {
                // The timeout of the test ends this otherwise.
            }
            terminal.await("Syncing").type("w").await("Enable Watch").type("d").endsWith(0);
        }
    }

    @Test
    void sigterm_stops_what_runs() throws Exception {
        try (AtTerminal terminal = up()) {
            terminal.signal("TERM").endsWith(130);
        }
        assertRunning("");
    }

    @Test
    void when_the_window_goes_containers_stay() throws Exception {
        try (AtTerminal terminal = up()) {
            terminal.signal("HUP").endsWith(129);
        }
        assertRunning("db\nweb\n");
    }

    @Test
    void even_after_sigkill_the_terminal_is_as_it_was() throws Exception {
        try (AtTerminal terminal = up()) {
            terminal.signal("KILL").endsKilled();
        }
        assertRunning("db\nweb\n");
    }

    @Test
    void no_color_is_for_the_menu_too() throws Exception {
        try (AtTerminal terminal = AtTerminal.run(cli, Map.of("NO_COLOR", "1"), "up").await("Detach")) {
            assertTrue(!terminal.printed().matches("(?s).*\u001b\\[[0-9;]*m.*"), terminal::printed);
            terminal.type("d").endsWith(0);
        }
    }
}
