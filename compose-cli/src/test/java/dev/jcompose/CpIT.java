package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code cp}, both ways, with what docker cp makes of names, links and modes. */
@Timeout(120)
class CpIT {
    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    @BeforeEach
    void a_container_and_a_tree() throws IOException {
        cli = new EngineCli(folder).file("compose.yaml",
                "services: {web: {image: busybox, command: sleep 600, stop_grace_period: 0s}}");
        cli.file("src/a", "a\n").file("src/sub/b", "b\n");
        Files.setPosixFilePermissions(folder.resolve("src/sub"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.createSymbolicLink(folder.resolve("src/link"), Path.of("a"));
        Files.createLink(folder.resolve("src/hard"), folder.resolve("src/a"));
        Files.createSymbolicLink(folder.resolve("elsewhere"), Path.of("src/a"));
        assertEquals(0, cli.run("up", "-d").code());
        cli.shell("web", "mkdir -p /t/there; ln -s there /t/to-there");
    }

    @AfterEach
    void down() {
        cli.close();
    }

    private void copied(String... words) {
        Cli.Result copied = cli.run(words);
        assertEquals(0, copied.code(), copied.err());
    }

    @Test
    void a_folder_keeps_modes_links_and_names_of_one_file() {
        copied("cp", "src", "web:/t/new");
        assertEquals("a\nb\na\n751\ntrue\n", cli.shell("web",
                "cd /t/new; cat link sub/b; readlink link; stat -c %a sub; [ a -ef hard ] && echo true"));
    }

    @Test
    void an_ending_decides_whether_the_folder_or_what_is_in_it_is_copied() {
        copied("cp", "src", "web:/t/to-there");
        copied("cp", "src/.", "web:/t/there");
        assertEquals("a\nhard\nlink\nsrc\nsub\n", cli.shell("web", "ls /t/there"));
    }

    @Test
    void a_link_is_followed_only_where_that_is_asked_for() {
        copied("cp", "elsewhere", "web:/t/there");
        assertEquals("src/a\n", cli.shell("web", "readlink /t/there/elsewhere"));
        copied("cp", "-L", "elsewhere", "web:/t/there");
        assertEquals("a\n", cli.shell("web", "[ -h /t/there/elsewhere ] || cat /t/there/elsewhere"));
    }

    @Test
    void a_tar_archive_goes_through_both_ways() {
        copied("cp", "src", "web:/t/new");
        assertTrue(cli.run("cp", "web:/t/new/sub", "-").out().replaceFirst("^sub/", "sub").startsWith("sub\0"));
        Cli.Result refused = cli.runWithInput("", "cp", "-", "web:/t/new/a");
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("must be a directory"), refused.err());
    }

    @Test
    void comes_back_with_modes_and_links() throws IOException {
        copied("cp", "src", "web:/t/new");
        copied("cp", "web:/t/new", "back");
        assertEquals("b\n", Files.readString(folder.resolve("back/sub/b")));
        assertEquals("rwxr-x--x",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("back/sub"))));
        assertEquals(Path.of("a"), Files.readSymbolicLink(folder.resolve("back/link")));
    }

    @Test
    void a_link_in_the_container_does_not_lead_writing_out_of_the_destination() throws IOException {
        cli.shell("web", "mkdir /t/d; ln -s ../../outside /t/d/link");
        Files.createDirectory(folder.resolve("outside"));
        copied("cp", "web:/t/d", "d");
        cli.shell("web", "rm /t/d/link; mkdir /t/d/link; echo x > /t/d/link/file");
        Cli.Result refused = cli.run("cp", "web:/t/d/.", "d");
        assertEquals(1, refused.code());
        assertEquals(0, folder.resolve("outside").toFile().list().length);
    }

    @Test
    void what_does_not_go_together_is_told() {
        assertEquals("no such directory: /t/none/\n", last(cli.run("cp", "src/a", "web:/t/none/")));
        assertEquals("lstat none: no such file or directory\n", last(cli.run("cp", "none", "web:/t")));
        assertEquals("copying between services is not supported\n", last(cli.run("cp", "web:/a", "web:/b")));
        assertEquals("no container found for service \"db\"\n", last(cli.run("cp", "db:/a", "b")));
    }

    private static String last(Cli.Result result) {
        assertEquals(1, result.code());
        return result.err().lines().reduce("", (before, line) -> line) + "\n";
    }
}
