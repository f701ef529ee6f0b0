package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code cp}, {@code export} and {@code commit} leave behind is what docker compose leaves. */
@Timeout(480)
class CpAsPeerIT {
    /** Makes a tree; T stands for the folder that it goes to. */
    private static final String TREE = "rm -rf T && mkdir -p T/dir/sub T/there/dir && cd T && echo f > file &&"
            + " echo one > dir/one && echo two > dir/sub/two && chmod 750 dir/sub && chmod 4755 dir/one &&"
            + " ln -s one dir/link && ln -s sub dir/to-sub && ln -s nowhere dir/dangling && ln -s dir to-dir &&"
            + " ln -s file to-file && ln dir/one dir/sub/hard && echo old > there/file && ln -s there to-there";
    private static final String LISTING = "cd T && find . | while read f; do if [ -h $f ];"
            + " then echo \"$f -> $(readlink $f)\"; elif [ -d $f ]; then echo \"$f $(stat -c '%a %u:%g' $f)\";"
            + " else echo \"$f $(stat -c '%a %u:%g' $f) $(cat $f)\"; fi; done";

    /** Options, source and destination; of both one is in the container. */
    private static final List<String> COPIES = List.of("file there", "file there/", "file new", "file there/file",
            "file none/new", "file none/", "dir there", "dir new", "dir new/", "dir/. there", "dir/. new",
            "dir there/file", "dir/ there", "to-file there", "to-dir there", "to-dir/. there", "to-dir/ there",
            "dir/link there", "dir/dangling there", "file to-there", "dir to-there", "none there", "-L to-file there",
            "-L to-dir there", "-L dir/link new", "-a dir there", "-a file new", "dir/sub/hard there", "file .");

    @TempDir
    Path folder = Path.of("");
    private EngineCli cli = new EngineCli(folder);

    private record Outcome(int code, String left) {}

    @BeforeEach
    void a_container() throws IOException, InterruptedException {
        Peer.assumePresent();
        cli = new EngineCli(folder).file("compose.yaml",
                "services: {web: {image: busybox, command: sleep 600, stop_grace_period: 0s, init: true}}");
        assertEquals(0, cli.run("up", "-d").code());
    }

    @AfterEach
    void down() {
        cli.close();
    }

    private Outcome peer(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("docker"));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line).directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out);
    }

    private Outcome peerCompose(List<String> words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("compose"));
        line.addAll(cli.line(words.toArray(String[]::new)));
        return peer(line.toArray(String[]::new));
    }

    private String here(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", script.replace("T", folder.resolve("t").toString()))
                .redirectErrorStream(true).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return out;
    }

    private String there(String script) {
        return cli.shell("web", script.replace("T", "/t"));
    }

    private static String sorted(String lines) {
        return String.join("\n", new TreeSet<>(lines.lines().toList()));
    }

    /** With the source's and the destination's folder put before each. */
    private static List<String> line(String copy, String source, String destination) {
        List<String> words = new ArrayList<>(List.of("cp"));
        List<String> parts = List.of(copy.split(" "));
        words.addAll(parts.subList(0, parts.size() - 2));
        words.add(source + parts.get(parts.size() - 2));
        words.add(destination + parts.getLast());
        return words;
    }

    @Test
    void into_a_container() throws Exception {
        here(TREE);
        List<String> differences = new ArrayList<>();
        for (String copy : COPIES) {
            List<String> words = line(copy, "t/", "web:/t/");
            there(TREE);
            Outcome wanted = new Outcome(peerCompose(words).code(), sorted(there(LISTING)));
            there(TREE);
            Outcome got = new Outcome(cli.run(words.toArray(String[]::new)).code(), sorted(there(LISTING)));
            compare(copy, wanted, got, differences);
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void out_of_a_container() throws Exception {
        there(TREE);
        List<String> differences = new ArrayList<>();
        for (String copy : COPIES.stream().filter(copy -> !copy.startsWith("-a")).toList()) {
            List<String> words = line(copy, "web:/t/", "t/");
            here(TREE);
            Outcome wanted = new Outcome(peerCompose(words).code(), sorted(here(LISTING)));
            here(TREE);
            Outcome got = new Outcome(cli.run(words.toArray(String[]::new)).code(), sorted(here(LISTING)));
            compare(copy, wanted, got, differences);
        }
        assertEquals("", String.join("\n", differences));
    }

    private static void compare(String what, Outcome wanted, Outcome got, List<String> differences) {
        if (!wanted.equals(got)) {
            differences.add(what + ": ends with " + wanted.code() + " and leaves\n" + wanted.left() + "\nbut got "
                    + got.code() + " and\n" + got.left());
        }
    }

    @Test
    void an_export_has_all_files() throws Exception {
        there(TREE);
        assertEquals(0, peerCompose(List.of("export", "-o", "theirs.tar", "web")).code());
        assertEquals(0, cli.run("export", "-o", "ours.tar", "web").code());
        assertEquals(here("tar tvf " + folder.resolve("theirs.tar")), here("tar tvf " + folder.resolve("ours.tar")));

        Process program = Program.start(folder, cli.line("export", "web"));
        Files.copy(program.getInputStream(), folder.resolve("out.tar"));
        assertEquals(0, program.waitFor());
        assertEquals(here("tar tvf " + folder.resolve("theirs.tar")), here("tar tvf " + folder.resolve("out.tar")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @NeedsEngine(notPodman = "refuses the commit of docker compose")
    void a_committed_image_has_what_was_asked_for(boolean changed) throws Exception {
        String format = "{{.Author}} {{.Comment}} {{.Config.Env}} {{.Config.Cmd}} {{.Config.WorkingDir}}"
                + " {{.Config.ExposedPorts}} {{.Config.User}} {{.RepoTags}}";
        List<String> words = new ArrayList<>(List.of("commit", "-a", "Ann <ann@example.org>", "-m", "a message"));
        if (changed) {
            words.addAll(List.of("-c", "ENV A=1", "-c", "WORKDIR /w", "-c", "EXPOSE 80", "-c", "USER 7", "-c",
                    "CMD [\"x\"]"));
        }
        words.addAll(List.of("web", cli.project + ":1"));
        try {
            assertEquals(0, peerCompose(words).code());
            String wanted = peer("image", "inspect", "--format", format, cli.project + ":1").left();
            peer("image", "rm", "-f", cli.project + ":1");
            assertEquals(0, cli.run(words.toArray(String[]::new)).code());
            assertEquals(wanted, peer("image", "inspect", "--format", format, cli.project + ":1").left());
        } finally {
            peer("image", "rm", "-f", cli.project + ":1");
        }
    }
}
