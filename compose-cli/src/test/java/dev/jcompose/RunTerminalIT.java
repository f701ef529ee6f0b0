package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run} in a terminal's window. */
@Timeout(180)
class RunTerminalIT {
    private static final long PATIENCE = 30_000_000_000L;
    private static final String LOOP = "while :; do sleep 0.1; done";

    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void project() throws IOException {
        cli = new EngineCli(folder).file("compose.yaml", """
                services:
                  box: {image: busybox, init: true, network_mode: none, stop_grace_period: 0s}
                """);
    }

    @AfterEach
    void down() {
        cli.close();
    }

    private AtTerminal shell(String script) throws IOException {
        return AtTerminal.run(cli, "run", "--rm", "box", "sh", "-c", script);
    }

    /** One-off containers and whether they run; the engine removes what has ended in its own time. */
    private void assertOneOffs(String... expected) {
        List<String> seen = oneOffs();
        for (long end = System.nanoTime() + PATIENCE; !seen.equals(List.of(expected)) && System.nanoTime() < end;) {
            seen = oneOffs();
        }
        assertEquals(List.of(expected), seen);
    }

    private List<String> oneOffs() {
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()))) {
            return Observer.containers(engine, cli.project).stream().filter(ObservedContainer::oneOff)
                    .map(container -> container.status().text()).toList();
        }
    }

    @Test
    void the_windows_size_and_ctrl_c_are_for_the_command() throws Exception {
        String script = "trap 'stty size' WINCH; trap 'echo caught; exit 7' INT; stty size; echo ready; " + LOOP;
        try (AtTerminal terminal = shell(script)) {
            terminal.await("30 100").resize(120, 40).await("40 120").type(AtTerminal.CTRL_C).await("caught")
                    .endsWith(7);
        }
        assertOneOffs();
    }

    @Test
    void signals_are_passed_on() throws Exception {
        try (AtTerminal terminal = shell(
                "for s in INT HUP USR1 USR2; do trap \"echo got $s\" $s; done; trap 'exit 9' TERM; echo ready; "
                        + LOOP)) {
            terminal.await("ready");
            for (String signal : List.of("INT", "USR2")) {
                terminal.signal(signal).await("got " + signal);
            }
            terminal.signal("TERM").endsWith(9);
        }
        assertOneOffs();
    }

    @Test
    void the_detach_keys_leave_the_command_alone() throws Exception {
        try (AtTerminal terminal = shell("echo ready; sleep 600")) {
            terminal.await("ready").type(AtTerminal.DETACH).endsWith(0);
        }
        assertOneOffs("running");
    }

    @ParameterizedTest
    @CsvSource({"exit 3, 3", "kill -9 $$, 137", "nothing-of-that-name, 127"})
    void the_commands_exit_code_is_ours(String script, int code) throws Exception {
        try (AtTerminal terminal = AtTerminal.run(cli, "run", "--rm", "box", "sh", "-c", script)) {
            terminal.endsWith(code);
        }
    }

    @Test
    void a_program_that_is_not_there() throws Exception {
        try (AtTerminal terminal = AtTerminal.run(cli, "run", "--rm", "box", "nothing-of-that-name")) {
            terminal.await("nothing-of-that-name").endsWith(127);
        }
        assertOneOffs();
    }

    @Test
    void a_command_that_takes_too_long_is_stopped() throws Exception {
        try (AtTerminal terminal = AtTerminal.run(cli, "run", "--rm", "--timeout", "1s", "box", "sleep", "600")) {
            terminal.endsWith(124);
        }
        assertOneOffs();
    }

    @Test
    void even_after_sigkill_the_terminal_is_as_it_was_and_the_next_run_finds_nothing_in_its_way() throws Exception {
        try (AtTerminal terminal = shell("echo ready; read line")) {
            terminal.await("ready").signal("KILL").endsKilled();
        }
        assertEquals(0, cli.run("run", "--rm", "-T", "box", "true").code());
    }

    @Test
    void when_the_window_goes_the_command_goes() throws Exception {
        try (AtTerminal terminal = shell("echo ready; sleep 600")) {
            terminal.await("ready").vanish();
        }
        assertOneOffs();
    }
}
