package dev.jcompose.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something in a build context.
 *
 * @param path
 *            from the root of the context
 * @param type
 *            as tar writes it: {@code 0} for a file, {@code 2} for a link, {@code 5} for a folder
 * @param mode
 *            permissions, with the bits for set-user-id and the like
 * @param size
 *            bytes; 0 for all but files
 * @param modified
 *            seconds since 1970
 * @param link
 *            where a link leads; empty for all else
 */
record ContextEntry(String path, char type, int mode, long size, long modified, String link, Content content) {
    static final char FILE = '0';
    static final char LINK = '2';
    static final char FOLDER = '5';
    private static final int PERMISSIONS = 07777;
    private static final boolean HAS_MODES = FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /** Opens what is in it. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** A file that is only in memory. */
    static ContextEntry of(String path, byte[] content) {
        return new ContextEntry(path, FILE, 0600, content.length, 0, "", () -> new ByteArrayInputStream(content));
    }

    /** As it is on disk; null for what cannot be sent: sockets, pipes, devices. */
    static @Nullable ContextEntry read(Path file, String path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
        long modified = Math.floorDiv(attributes.lastModifiedTime().toMillis(), 1000L);
        int mode = mode(file, attributes);
        if (attributes.isDirectory()) {
            return new ContextEntry(path, FOLDER, mode, 0, modified, "", InputStream::nullInputStream);
        }
        if (attributes.isSymbolicLink()) {
            String to = Files.readSymbolicLink(file).toString();
            return new ContextEntry(path, LINK, 0777, 0, modified, to, InputStream::nullInputStream);
        }
        if (attributes.isRegularFile()) {
            return new ContextEntry(path, FILE, mode, attributes.size(), modified, "",
                    () -> Files.newInputStream(file));
        }
        return null;
    }

    private static int mode(Path file, BasicFileAttributes attributes) throws IOException {
        if (!HAS_MODES || attributes.isSymbolicLink()) {
            return 0755;
        }
        Object mode = Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return (Integer) Objects.requireNonNull(mode) & PERMISSIONS;
    }

    boolean isFolder() {
        return type == FOLDER;
    }
}
