package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.engine.Engine;
import dev.jcompose.engine.Images.ImageFilter;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code watch} as a program of its own: files change here, containers are looked into. */
@Timeout(480)
class WatchIT {
    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);
    private Process program;

    @BeforeEach
    void watching() throws IOException, InterruptedException {
        cli = new EngineCli(folder).file("compose.yaml", """
                services:
                  web:
                    build: {context: ., dockerfile_inline: "FROM busybox\\nCOPY built /built\\n"}
                    command: sleep 600
                    init: true
                    stop_grace_period: 0s
                    develop:
                      watch:
                        - {path: src, action: sync, target: /src, ignore: ["*.log"], initial_sync: true}
                        - {path: built, action: rebuild}
                        - {path: run, action: sync+exec, target: /run1, exec: {command: cp -r /run1 /run2}}
                """).file("src/a", "1").file("built", "1").file("run/r", "1");
        program = Program.start(folder, cli.line("watch", "--quiet"));
        Program.awaitLine(program, "Watch enabled");
    }

    @AfterEach
    void down() throws InterruptedException {
        program.destroy();
        assertTrue(program.waitFor(30, TimeUnit.SECONDS));
        cli.close();
        cli.run("down", "--rmi", "local");
    }

    /** Looks into the container until a script says what is expected; the timeout of the test ends it otherwise. */
    private void becomes(String expected, String script) {
        String seen = cli.shell("web", script);
        while (!seen.equals(expected)) {
            seen = cli.shell("web", script);
        }
    }

    @Test
    void files_are_carried_over_as_they_change_move_and_go() throws IOException {
        assertEquals("1", cli.shell("web", "cat /src/a"));
        Files.writeString(folder.resolve("src/.a.tmp"), "2");
        Files.move(folder.resolve("src/.a.tmp"), folder.resolve("src/a"), StandardCopyOption.REPLACE_EXISTING);
        becomes("2", "cat /src/a");
        cli.file("src/deep/er/b", "b").file("src/x.log", "no");
        Files.createSymbolicLink(folder.resolve("src/link"), Path.of("deep/er/b"));
        becomes("b", "cat /src/link");
        Files.move(folder.resolve("src/deep"), folder.resolve("src/moved"));
        becomes("a link moved ", "cd /src; [ -e moved/er/b ] && ls | tr '\\n' ' '");
        Files.delete(folder.resolve("src/a"));
        becomes("link moved ", "cd /src; ls | tr '\\n' ' '");
    }

    @Test
    void a_command_runs_after_copying() throws IOException {
        cli.file("run/r", "2");
        becomes("2", "cat /run2/r 2>/dev/null");
    }

    @Test
    void a_change_makes_a_new_image_also_after_a_failure() throws IOException, InterruptedException {
        Files.delete(folder.resolve("built"));
        Program.awaitLine(program, "not found");
        cli.file("built", "2");
        becomes("2", "cat /built");
        cli.file("src/a", "3");
        becomes("3", "cat /src/a");
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment(System.getenv()))) {
            ImageFilter ours = ImageFilter.labelled("com.docker.compose.project=" + cli.project);
            assertEquals(1, engine.images().list(ours).size(), "the image that was replaced is removed");
        }
    }

    @Test
    void nobody_else_watches_meanwhile() throws IOException, InterruptedException {
        Process second = Program.start(folder, cli.line("watch", "--no-up"));
        assertEquals(List.of("project \"" + cli.project + "\" is being watched already"),
                second.errorReader().lines().toList());
        assertEquals(1, second.waitFor());
    }
}
