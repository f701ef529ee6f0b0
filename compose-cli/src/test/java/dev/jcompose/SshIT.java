package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine behind ssh, through a real server and the user's ssh. */
@Timeout(300)
class SshIT {
    @TempDir
    static Path project = Path.of("");
    @TempDir
    Path folder = Path.of("");
    private static EngineCli cli = new EngineCli(project);

    /** Output has a character for each byte. */
    private record Result(int code, String out, String err) {}

    @BeforeAll
    static void a_project() throws IOException {
        cli = new EngineCli(project).file("compose.yaml", """
                services:
                  web:
                    image: busybox
                    command: ["sh", "-c", "echo hello from afar; exec sleep 600"]
                    init: true
                    stop_grace_period: 0s
                    network_mode: none
                """);
    }

    @AfterAll
    static void down() {
        cli.close();
    }

    @BeforeEach
    void an_engine() {
        EngineCli.assumeBusybox();
    }

    private static Result run(Map<String, String> variables, byte[] input, String... words)
            throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(Program.words(cli.line(words))).directory(project.toFile());
        command.environment().remove("DOCKER_CONTEXT");
        command.environment().putAll(variables);
        Process program = command.start();
        CompletableFuture<byte[]> out = CompletableFuture.supplyAsync(() -> all(program.getInputStream()));
        CompletableFuture<byte[]> err = CompletableFuture.supplyAsync(() -> all(program.getErrorStream()));
        try (OutputStream in = program.getOutputStream()) {
            in.write(input);
        }
        assertTrue(program.waitFor(120, TimeUnit.SECONDS), () -> {
            program.destroyForcibly();
            return "hangs: " + String.join(" ", words);
        });
        return new Result(program.exitValue(), new String(out.join(), StandardCharsets.ISO_8859_1),
                new String(err.join(), StandardCharsets.UTF_8));
    }

    private static byte[] all(java.io.InputStream stream) {
        try {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void does_what_an_engine_of_this_machine_does() throws Exception {
        try (SshServer server = SshServer.start(folder)) {
            Map<String, String> afar = server.environment(server.port);

            Result up = run(afar, new byte[0], "up", "--detach");
            assertEquals(0, up.code(), up.err());
            assertEquals("web\n", run(afar, new byte[0], "ps", "--services").out());
            assertEquals("web-1  | hello from afar\n", run(afar, new byte[0], "logs", "web").out());
            assertEquals(7, run(afar, new byte[0], "exec", "-T", "web", "sh", "-c", "exit 7").code());

            byte[] much = new byte[3 << 20];
            new Random(1).nextBytes(much);
            Result echoed = run(afar, much, "exec", "-T", "web", "cat");
            assertEquals(0, echoed.code(), echoed.err());
            assertEquals(new String(much, StandardCharsets.ISO_8859_1), echoed.out());
        }
    }

    @Test
    void says_what_ssh_says_where_there_is_no_way() throws Exception {
        try (SshServer server = SshServer.start(folder)) {
            Map<String, String> afar = server.environment(server.port);

            server.identify("strange", "known");
            assertRefused("Permission denied (publickey)", run(afar, new byte[0], "ps"));
            server.identify("mine", "nobody");
            assertRefused("Host key verification failed", run(afar, new byte[0], "ps"));
            server.identify("mine", "known");
            server.forgetDocker();
            assertRefused("docker: command not found", "docker: not found", run(afar, new byte[0], "ps"));
            server.stop();
            assertRefused("Connection refused", run(afar, new byte[0], "ps"));
        }
    }

    private static void assertRefused(String reason, Result result) {
        assertRefused(reason, reason, result);
    }

    private static void assertRefused(String reason, String elsewhere, Result result) {
        assertEquals(1, result.code(), result.err());
        assertTrue(
                result.err().contains("ssh: ") && (result.err().contains(reason) || result.err().contains(elsewhere)),
                result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }
}
