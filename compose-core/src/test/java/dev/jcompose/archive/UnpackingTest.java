package dev.jcompose.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
    @TempDir
    Path folder;

    private void unpack(TarEntry... entries) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        try (TarReader tar = new TarReader(new TarStream(TarSource.of(List.of(entries))))) {
            new Unpacking(in, false).run(tar, path -> path);
        }
    }

    private static TarEntry file(String path, String text) {
        return TarEntry.of(path, 0640, 0, 0, text.getBytes(StandardCharsets.UTF_8));
    }

    private static TarEntry link(String path, String to) {
        return new TarEntry(path, TarEntry.Type.SYMBOLIC_LINK, 0777, 0, 0, 0, Instant.EPOCH, to,
                InputStream::nullInputStream);
    }

    @Test
    void what_was_packed_comes_out_again() throws IOException {
        String name = "d".repeat(90) + "/" + "é".repeat(60);
        unpack(TarEntry.folder("d".repeat(90), 0500), file(name, "x"), link("link", name),
                file("other", "").asLinkTo(name));
        assertEquals("x", Files.readString(folder.resolve("in").resolve(name)));
        assertEquals("x", Files.readString(folder.resolve("in/other")));
        assertEquals(Path.of(name), Files.readSymbolicLink(folder.resolve("in/link")));
        assertEquals(0500, (Integer) Files.getAttribute(folder.resolve("in/" + "d".repeat(90)), "unix:mode") & 0777);
        Files.setAttribute(folder.resolve("in/" + "d".repeat(90)), "unix:mode", 0700);
    }

    @Test
    void nothing_leaves_the_folder_by_its_name() {
        assertThrows(FileSystemException.class, () -> unpack(file("../out", "x")));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void nothing_leaves_the_folder_through_a_link() {
        assertThrows(FileSystemException.class, () -> unpack(link("up", ".."), file("up/out", "x")));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void a_file_does_not_take_a_folders_place() throws IOException {
        unpack(file("a/b", "x"));
        assertThrows(FileSystemException.class, () -> unpack(file("a", "x")));
        assertThrows(FileSystemException.class, () -> unpack(TarEntry.folder("a/b", 0755)));
        assertEquals("x", Files.readString(folder.resolve("in/a/b")));
    }

    @Test
    void a_file_that_shrinks_while_it_is_sent_is_an_error_and_not_a_broken_archive() {
        TarEntry shrunk = new TarEntry("a", TarEntry.Type.FILE, 0644, 0, 0, 10, Instant.EPOCH, "",
                () -> new ByteArrayInputStream(new byte[3]));
        assertThrows(IOException.class, () -> new TarStream(TarSource.of(List.of(shrunk))).readAllBytes());
    }
}
