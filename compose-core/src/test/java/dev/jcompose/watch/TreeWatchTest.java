package dev.jcompose.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TreeWatchTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @TempDir
    Path folder = Path.of("");
    private Path root = Path.of("");
    private TreeWatch watch;

    @BeforeEach
    void a_tree() throws IOException {
        root = folder.toRealPath().resolve("root");
        write("a/file", "1");
        write("a-b/file", "1");
        watch = new TreeWatch(List.of(root), path -> path.endsWith("skipped"));
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Listens until the path is told of; all that has been told by then. */
    private Set<String> until(String path) throws IOException, InterruptedException {
        Set<String> told = new TreeSet<>();
        while (!told.contains(path)) {
            watch.poll(SECOND).forEach(each -> told.add(root.relativize(each).toString()));
        }
        return told;
    }

    @Test
    void knows_what_is_there() {
        assertEquals(Set.of(root, root.resolve("a"), root.resolve("a/file"), root.resolve("a-b"),
                root.resolve("a-b/file")), watch.all());
    }

    @Test
    void tells_of_a_file_that_another_was_renamed_to() throws IOException, InterruptedException {
        write("a/.file.new", "2");
        Files.move(root.resolve("a/.file.new"), root.resolve("a/file"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        until("a/file");
    }

    @Test
    void goes_through_a_folder_that_comes_with_content_and_goes_on_with_it() throws IOException, InterruptedException {
        Path outside = Files.createDirectories(folder.resolve("new/deep"));
        Files.writeString(outside.resolve("file"), "1");
        Files.move(folder.resolve("new"), root.resolve("new"));
        until("new/deep/file");
        write("new/deep/other", "1");
        until("new/deep/other");
    }

    @Test
    void tells_of_all_that_goes_with_a_folder_and_of_nothing_else() throws IOException, InterruptedException {
        Files.move(root.resolve("a"), folder.resolve("gone"));
        assertEquals(Set.of("a", "a/file"), until("a"));
        assertTrue(watch.all().contains(root.resolve("a-b/file")));
    }

    @Test
    void a_renamed_folder_is_followed_under_its_new_name() throws IOException, InterruptedException {
        Files.move(root.resolve("a"), root.resolve("b"));
        until("b/file");
        write("b/file", "2");
        until("b/file");
    }

    @Test
    void makes_up_for_events_that_the_system_has_lost() throws IOException, InterruptedException {
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 3000; i++) {
            write("a/many" + i, "1");
            expected.add("a/many" + i);
        }
        Set<String> told = new TreeSet<>();
        while (!told.containsAll(expected)) {
            watch.poll(SECOND).forEach(each -> told.add(root.relativize(each).toString()));
        }
    }

    @Test
    void a_root_may_go_and_come_back() throws IOException, InterruptedException {
        Files.move(root, folder.resolve("away"));
        until("");
        Files.move(folder.resolve("away"), root);
        until("a/file");
        write("a/file", "3");
        until("a/file");
    }

    @Test
    void a_skipped_folder_is_not_looked_into() throws IOException, InterruptedException {
        write("skipped/file", "1");
        write("z", "1");
        assertTrue(!until("z").contains("skipped/file"));
    }
}
