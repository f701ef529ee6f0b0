package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.model.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextStreamTest {
    @TempDir
    Path root;

    @BeforeEach
    void a_context() throws IOException {
        write("Dockerfile", "FROM busybox\n");
        write("src/Main.java", "class Main {}");
        write("target/Main.class", "bytes");
        write("target/keep/jar", "jar");
    }

    private void write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private ClassicContext context(String build) throws IOException {
        Project project = Projects.of(root.toString(), Map.of(),
                "name: shop\nservices: {web: {build: {context: " + root + build + "}}}");
        return ClassicContext.of(project, Projects.targets(project).getFirst());
    }

    private static List<String> listed(ClassicContext context) throws IOException {
        List<String> entries = new ArrayList<>();
        try (InputStream tar = new ByteArrayInputStream(context.open().readAllBytes())) {
            String longName = "";
            for (byte[] header = tar.readNBytes(512); header[0] != 0; header = tar.readNBytes(512)) {
                int size = Integer.parseInt(text(header, 124, 12), 8);
                String content = new String(tar.readNBytes(size), StandardCharsets.UTF_8);
                tar.skipNBytes((512 - size % 512) % 512);
                if (header[156] == 'L') {
                    longName = content.substring(0, content.length() - 1);
                    continue;
                }
                String name = longName.isEmpty() ? text(header, 0, 100) : longName;
                longName = "";
                String link = text(header, 157, 100);
                entries.add(text(header, 100, 8).substring(3) + " " + name + (link.isEmpty() ? "" : " -> " + link)
                        + (header[156] == '0' ? ": " + content.strip() : ""));
            }
        }
        return entries;
    }

    private static String text(byte[] header, int offset, int length) {
        String field = new String(header, offset, length, StandardCharsets.UTF_8);
        int end = field.indexOf('\0');
        return (end < 0 ? field : field.substring(0, end)).strip();
    }

    private static List<String> names(ClassicContext context) throws IOException {
        return listed(context).stream().map(entry -> entry.substring(5).replaceFirst("(?s):.*", "")).toList();
    }

    @Test
    void sends_what_the_ignore_file_leaves_with_the_folders_it_is_in() throws IOException {
        write(".dockerignore", "Dockerfile\n.dockerignore\ntarget\n!target/keep\n");

        assertEquals(List.of(".dockerignore", "Dockerfile", "src/", "src/Main.java", "target/", "target/keep/",
                "target/keep/jar"), names(context("")));
    }

    @Test
    void keeps_modes_and_links() throws IOException {
        Files.setPosixFilePermissions(root.resolve("src/Main.java"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setPosixFilePermissions(root.resolve("src"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(root.resolve("link"), Path.of("../nowhere"));
        write(".dockerignore", "target");

        List<String> entries = listed(context(""));

        assertTrue(entries.contains("0777 link -> ../nowhere"), entries.toString());
        assertTrue(entries.contains("0751 src/Main.java: class Main {}"), entries.toString());
        assertTrue(entries.contains("0755 src/"), entries.toString());
    }

    @Test
    void long_names_are_whole() throws IOException {
        String name = "d".repeat(90) + "/" + "é".repeat(60);
        write(name, "x");

        assertTrue(names(context("")).contains(name));
    }

    @Test
    void the_dockerfiles_own_ignore_file_goes_first() throws IOException {
        write(".dockerignore", "src");
        write("Dockerfile.dockerignore", "target\n*ignore");

        assertEquals(List.of(".dockerignore", "Dockerfile", "src/", "src/Main.java"), names(context("")));
    }

    @Test
    void a_dockerfile_from_elsewhere_is_added_and_the_engine_told_to_leave_it_out() throws IOException {
        write(".dockerignore", "target");
        ClassicContext context = context(", dockerfile_inline: FROM debian");

        List<String> entries = listed(context);

        assertTrue(context.dockerfile().startsWith(".dockerfile."), context.dockerfile());
        assertEquals("0600 " + context.dockerfile() + ": FROM debian", entries.get(0));
        assertEquals("0600 .dockerignore: target\n" + context.dockerfile(), entries.get(1));
        assertEquals(1, entries.stream().filter(entry -> entry.contains(" .dockerignore")).count());
    }

    @Test
    void a_gigabyte_that_is_ignored_is_not_read() throws IOException {
        Files.createDirectories(root.resolve("data"));
        try (RandomAccessFile big = new RandomAccessFile(root.resolve("data/big").toFile(), "rw")) {
            big.setLength(1L << 30);
        }
        write(".dockerignore", "data\ntarget");

        long sent = 0;
        byte[] buffer = new byte[8192];
        try (InputStream stream = context("").open()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                sent += count;
            }
        }

        assertTrue(sent < 10_000, "sent " + sent);
    }
}
