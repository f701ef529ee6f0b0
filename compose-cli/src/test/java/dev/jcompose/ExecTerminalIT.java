package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code exec} and {@code attach} in a terminal's window. */
@Timeout(180)
class ExecTerminalIT {
    @TempDir
    static Path folder = Path.of("");
    private static EngineCli cli = new EngineCli(folder);

    @BeforeAll
    static void up() throws IOException {
        cli = new EngineCli(folder).file("compose.yaml", """
                services:
                  box: {image: busybox, command: sleep 600, init: true, stop_grace_period: 0s, network_mode: none}
                  shell:
                    image: busybox
                    command:
                      - sh
                      - -c
                      - "trap 'stty size' WINCH; trap 'echo got TERM' TERM; trap 'echo got INT' INT
                        ; while :; do sleep 0.1; done"
                    tty: true
                    stdin_open: true
                    stop_grace_period: 0s
                    network_mode: none
                """);
        Cli.Result up = cli.run("up", "--detach");
        assertEquals(0, up.code(), up::err);
    }

    @AfterAll
    static void down() {
        cli.close();
    }

    private static AtTerminal shell(String script) throws IOException {
        return AtTerminal.run(cli, "exec", "box", "sh", "-c", script);
    }

    @Test
    void a_command_knows_the_windows_size_from_the_start_and_when_it_changes() throws Exception {
        String script = "stty size; trap 'stty size' WINCH; trap 'exit 3' INT; while :; do sleep 0.1; done";
        try (AtTerminal terminal = shell(script)) {
            terminal.await("30 100").resize(120, 40).await("40 120").type(AtTerminal.CTRL_C).endsWith(3);
        }
    }

    @Test
    void ctrl_c_is_for_the_command() throws Exception {
        try (AtTerminal terminal = shell("trap 'echo caught; exit 7' INT; echo ready; while :; do sleep 0.1; done")) {
            terminal.await("ready").type(AtTerminal.CTRL_C).await("caught").endsWith(7);
        }
    }

    @Test
    void keys_arrive_as_they_are_pressed() throws Exception {
        try (AtTerminal terminal = shell("stty raw -echo; echo ready; head -c 4 | od -An -tx1")) {
            terminal.await("ready").type("\u0004ä\u001a").await("04 c3 a4 1a").endsWith(0);
        }
    }

    @Test
    void the_detach_keys_leave_the_command_alone() throws Exception {
        try (AtTerminal terminal = shell("echo ready; sleep 77")) {
            terminal.await("ready").type("\u0010").type("\u0011").endsWith(0);
        }
        assertTrue(cli.shell("box", "ps").contains("sleep 77"));
    }

    @Test
    void colours_and_characters_of_many_bytes_come_through_whole() throws Exception {
        String line = "\u001b[1;31mäöü\u001b[0m €uro 😀 漢字\u0301";
        String script = "for i in 1 2 3 4 5 6 7 8 9 10; do cat /tmp/text; done; printf '%s' 'ä€'; sleep 0.2; echo '😀'";
        cli.runWithInput((line + "\n").repeat(2000), "exec", "-T", "box", "sh", "-c", "cat >/tmp/text");
        try (AtTerminal terminal = shell(script)) {
            terminal.await("ä€😀").endsWith(0);
            assertEquals((line + "\r\n").repeat(20_000), terminal.printed().substring(0, (line.length() + 2) * 20_000));
        }
    }

    @ParameterizedTest
    @CsvSource({"exit 3, 3", "kill -9 $$, 137", "kill -15 $$, 143", "true, 0"})
    void the_commands_exit_code_is_ours(String script, int code) throws Exception {
        try (AtTerminal terminal = shell(script)) {
            terminal.endsWith(code);
        }
    }

    @Test
    @NeedsEngine(api = "1.42", because = "an engine that ends with 127; older ones end with 126")
    void a_command_that_is_not_there() throws Exception {
        try (AtTerminal terminal = AtTerminal.run(cli, "exec", "box", "nothing-of-that-name")) {
            terminal.await("nothing-of-that-name").endsWith(127);
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129"})
    void a_signal_that_ends_us_leaves_the_terminal_as_it_was(String signal, int code) throws Exception {
        try (AtTerminal terminal = shell("echo ready; sleep 600")) {
            terminal.await("ready").signal(signal).endsWith(code);
        }
    }

    @Test
    void even_after_sigkill_the_terminal_is_as_it_was() throws Exception {
        try (AtTerminal terminal = shell("echo ready; sleep 600")) {
            terminal.await("ready").signal("KILL").endsKilled();
        }
    }

    @Test
    void attach_tells_the_windows_size_and_leaves_by_its_keys() throws Exception {
        try (AtTerminal terminal = AtTerminal.run(cli, "attach", "--detach-keys", "ctrl-x,y", "shell")) {
            terminal.await("30 100").resize(111, 33).await("33 111").type("\u0018y").endsWith(0);
        }
    }

    @Test
    void attach_passes_keys_and_signals_on() throws Exception {
        try (AtTerminal terminal = AtTerminal.run(cli, "attach", "shell")) {
            terminal.await("30 100").type(AtTerminal.CTRL_C).await("got INT").signal("TERM").await("got TERM")
                    .signal("INT").await("got INT").type(AtTerminal.DETACH).endsWith(0);
        }
    }

    @Test
    void attach_without_sig_proxy_keeps_signals_to_itself() throws Exception {
        try (AtTerminal terminal = AtTerminal.run(cli, "attach", "--sig-proxy=false", "shell")) {
            terminal.await("30 100").signal("TERM").endsWith(0);
            assertTrue(!terminal.printed().contains("got TERM"), terminal::printed);
        }
    }
}
