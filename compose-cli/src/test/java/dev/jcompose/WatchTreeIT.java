package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However a folder is changed, the watched copy in the container becomes the same. */
@Timeout(480)
class WatchTreeIT {
    private static final String LISTING = "cd /src 2>/dev/null && { find . -type d | sed 's/^/d  /';"
            + " find . -type l | while read l; do echo \"$(readlink $l)  $l\"; done;"
            + " find . -type f -exec md5sum {} +; }; true";

    @TempDir
    Path folder = Path.of("");
    private Path src = Path.of("");
    private EngineCli cli = new EngineCli(folder);
    private Process program;

    @BeforeEach
    void watching() throws IOException {
        cli = new EngineCli(folder).file("compose.yaml", """
                services:
                  web:
                    image: busybox
                    command: ["sh", "-c", "echo started $$(cat /conf) >> /out/starts; exec sleep 600"]
                    volumes: ["./out:/out"]
                    init: true
                    stop_grace_period: 0s
                    develop:
                      watch:
                        - {path: src, action: sync, target: /src, initial_sync: true}
                        - {path: some, action: sync, target: /some, include: ["*.txt", "sub/"], ignore: [b.txt]}
                        - {path: again, action: restart}
                        - {path: conf/f, action: sync+restart, target: /conf}
                """).file("src/a/one", "1").file("src/b/two", "2").file("some/x", "").file("again", "1")
                .file("conf/f", "1");
        src = folder.resolve("src");
        program = Program.start(folder, cli.line("watch"));
        Program.awaitLine(program, "Watch enabled");
    }

    @AfterEach
    void down() throws InterruptedException {
        program.destroy();
        assertTrue(program.waitFor(60, TimeUnit.SECONDS));
        cli.close();
    }

    /** Looks into the container until it is as here; the timeout of the test ends it otherwise. */
    private void becomesTheSame(String step) throws IOException, InterruptedException {
        assertTrue(program.isAlive(), step);
        String here = sorted(here());
        while (!sorted(cli.shell("web", LISTING)).equals(here)) {
            assertTrue(program.isAlive(), step);
        }
    }

    private String here() throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", LISTING.replace("/src", src.toString())).start();
        String listing = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return listing;
    }

    private static String sorted(String lines) {
        return String.join("\n", new TreeSet<>(lines.lines().toList()));
    }

    private void remove(String name) throws IOException {
        try (Stream<Path> all = Files.walk(src.resolve(name))) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void move(String from, String to) throws IOException {
        Files.move(src.resolve(from), src.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void by_moving_replacing_and_removing() throws Exception {
        becomesTheSame("at the beginning");
        move("a", "c");
        becomesTheSame("a folder has another name");
        move("b", "c/b");
        becomesTheSame("a folder is in another");
        Files.createSymbolicLink(src.resolve("to-file"), Path.of("c/one"));
        Files.createSymbolicLink(src.resolve("to-folder"), Path.of("c/b"));
        Files.createSymbolicLink(src.resolve("to-nothing"), Path.of("/nowhere"));
        becomesTheSame("links have come");
        Files.delete(src.resolve("to-folder"));
        cli.file("src/to-folder/real", "r");
        becomesTheSame("a folder is where a link was");
        remove("to-folder");
        Files.createSymbolicLink(src.resolve("to-folder"), Path.of("c"));
        becomesTheSame("a link is where a folder was");
        remove("c/b");
        cli.file("src/c/b", "a file now");
        becomesTheSame("a file is where a folder was");
        Files.delete(src.resolve("c/b"));
        cli.file("src/c/b/two/three", "deep");
        becomesTheSame("a folder is where a file was");
        cli.file("src/c/.one.swp", "draft").file("src/c/one~", "backup");
        move("c/one", "c/one.old");
        cli.file("src/c/one", "saved");
        Files.delete(src.resolve("c/one.old"));
        Files.delete(src.resolve("c/one~"));
        Files.delete(src.resolve("c/.one.swp"));
        becomesTheSame("an editor has saved by way of a backup");
        for (int i = 0; i < 20; i++) {
            cli.file("src/come/and/go", "x" + i);
            remove("come");
        }
        cli.file("src/come/back", "1");
        for (int i = 0; i < 20; i++) {
            move("come", "gone");
            cli.file("src/gone/back", "y" + i);
            move("gone", "come");
        }
        becomesTheSame("a folder has come and gone");
        remove("");
        cli.file("src/new/world", "1");
        becomesTheSame("the watched folder itself has gone and come");
        cli.file("src/new/later", "1");
        becomesTheSame("and goes on being watched");
    }

    @Test
    void by_five_thousand_files_at_once() throws Exception {
        for (int i = 0; i < 5000; i++) {
            Path file = src.resolve("d" + i % 40 + "/e/f" + i);
            if (i < 40) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, "first " + i);
        }
        becomesTheSame("files have come");
        for (int i = 0; i < 5000; i += 2) {
            Files.writeString(src.resolve("d" + i % 40 + "/e/f" + i), "second " + i);
        }
        for (int i = 0; i < 40; i += 3) {
            remove("d" + i);
        }
        becomesTheSame("half have changed, a third has gone");
    }

    /** Containers that restart are better looked at from outside. */
    private void starts(String expected) throws IOException, InterruptedException {
        Path starts = folder.resolve("out/starts");
        while (!Files.exists(starts) || !Files.readString(starts).equals(expected)) {
            assertTrue(program.isAlive(), "it goes on");
            Thread.sleep(20);
        }
    }

    /** Looks into the container until a script says what is expected; the timeout of the test ends it otherwise. */
    private void becomes(String expected, String script) {
        String seen = cli.shell("web", script);
        while (!seen.equals(expected)) {
            seen = cli.shell("web", script);
        }
    }

    @Test
    void each_rule_does_what_it_says() throws Exception {
        cli.file("some/a.txt", "a").file("some/b.txt", "b").file("some/c.md", "c").file("some/sub/d.md", "d");
        cli.file("some/z.txt", "z");
        becomes("a.txt sub z.txt ", "ls /some | tr '\\n' ' '");
        starts("started\n");
        cli.file("again", "2");
        starts("started\nstarted\n");
        cli.file("conf/f", "2");
        starts("started\nstarted\nstarted 2\n");
    }
}
