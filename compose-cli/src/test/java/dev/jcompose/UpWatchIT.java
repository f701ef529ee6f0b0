package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --watch}: containers that take the place of others are listened to like those. */
@Timeout(480)
class UpWatchIT {
    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);
    private Process program;

    @BeforeEach
    void up() throws IOException {
        cli = new EngineCli(folder).file("compose.yaml", """
                services:
                  web:
                    build:
                      context: .
                      dockerfile_inline: |
                        FROM busybox
                        COPY said /said
                        CMD ["sh", "-c", "echo says $(cat /said); exec sleep 600"]
                    init: true
                    stop_grace_period: 0s
                    develop: {watch: [{path: said, action: rebuild}]}
                """).file("said", "one");
        program = Program.start(folder, cli.line("up", "--watch"));
    }

    @AfterEach
    void down() throws InterruptedException {
        program.destroy();
        assertTrue(program.waitFor(60, TimeUnit.SECONDS));
        cli.close();
        cli.run("down", "--rmi", "local");
    }

    @Test
    void shows_the_output_of_what_was_built_anew() throws IOException {
        Program.awaitLine(program, "Watch enabled");
        cli.file("said", "two");
        Program.awaitLine(program, "says two");
        cli.file("said", "three");
        Program.awaitLine(program, "says three");
    }
}
