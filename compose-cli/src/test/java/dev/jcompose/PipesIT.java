package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code run} and {@code exec} among other programs, without a terminal. */
@Timeout(180)
class PipesIT {
    private static final int MUCH = 24 << 20;

    @TempDir
    static Path folder = Path.of("");
    private static EngineCli cli = new EngineCli(folder);

    @BeforeAll
    static void up() throws IOException {
        cli = new EngineCli(folder).file("compose.yaml", """
                services:
                  box: {image: busybox, command: sleep 600, init: true, stop_grace_period: 0s, network_mode: none}
                """);
        Cli.Result up = cli.run("up", "--detach");
        assertEquals(0, up.code(), up::err);
    }

    @AfterAll
    static void down() {
        cli.close();
    }

    private static Process start(String command, String script) throws IOException {
        List<String> options = command.equals("run") ? List.of("run", "--rm", "--quiet", "-T") : List.of("exec", "-T");
        List<String> line = new ArrayList<>(options);
        line.addAll(List.of("box", "sh", "-c", script));
        return Program.start(folder, cli.line(line.toArray(String[]::new)));
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "exec"})
    void the_end_of_input_is_told_and_output_goes_on(String command) throws Exception {
        Process program = start(command, "cat; echo end; echo told >&2; exit 6");
        try (OutputStream in = program.getOutputStream()) {
            in.write("x\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("x\nend\n", text(program.getInputStream()));
        assertEquals("told\n", text(program.getErrorStream()));
        assertEquals(6, program.waitFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "exec"})
    void much_goes_both_ways_unharmed(String command) throws Exception {
        Process program = start(command, "cat");
        Sha256 sent = new Sha256();
        Future<?> sending = CompletableFuture.runAsync(() -> send(program.getOutputStream(), sent));
        Sha256 got = new Sha256();
        byte[] chunk = new byte[64 << 10];
        InputStream out = program.getInputStream();
        for (int count = out.read(chunk); count >= 0; count = out.read(chunk)) {
            got.add(Arrays.copyOf(chunk, count));
        }
        sending.get();
        assertEquals(sent.hex(), got.hex());
        assertEquals(0, program.waitFor());
    }

    private static void send(OutputStream stream, Sha256 sum) {
        Random random = new Random(1);
        byte[] chunk = new byte[50_000];
        try (stream) {
            for (int sent = 0; sent < MUCH; sent += chunk.length) {
                random.nextBytes(chunk);
                sum.add(chunk);
                stream.write(chunk);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void all_output_is_there_when_the_program_ends() throws Exception {
        Process program = start("exec", "head -c 3000000 /dev/zero; head -c 2000000 /dev/zero >&2; exit 5");
        CompletableFuture<Integer> err = CompletableFuture.supplyAsync(() -> {
            try {
                return program.getErrorStream().readAllBytes().length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertEquals(3_000_000, program.getInputStream().readAllBytes().length);
        assertEquals(2_000_000, err.get());
        assertEquals(5, program.waitFor());
    }

    @Test
    void a_command_that_does_not_read_its_input_ends_all_the_same() throws Exception {
        Process program = start("exec", "head -c 3");
        program.getOutputStream().write("abcdefgh".getBytes(StandardCharsets.UTF_8));
        program.getOutputStream().flush();
        assertEquals("abc", text(program.getInputStream()));
        assertEquals(0, program.waitFor());
    }

    @Test
    void without_a_reader_it_ends_as_other_programs_do() throws Exception {
        Process program = start("exec", "yes");
        program.getInputStream().readNBytes(10);
        program.getInputStream().close();
        assertEquals(141, program.waitFor());
    }
}
