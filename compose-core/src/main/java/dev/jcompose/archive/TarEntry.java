package dev.jcompose.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something in an archive.
 *
 * @param path
 *            where it is, with slashes, none at the end
 * @param mode
 *            permissions, with the bits for set-user-id and the like
 * @param uid
 *            number of the owner
 * @param gid
 *            number of the owning group
 * @param size
 *            bytes; 0 for all but files
 * @param link
 *            where a link leads: of a symbolic one its text, of a hard one the path of an entry before; empty for all
 *            else
 */
public record TarEntry(String path, Type type, int mode, long uid, long gid, long size, Instant modified, String link,
        Content content) {
    private static final int PERMISSIONS = 07777;
    private static final boolean HAS_MODES = FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /** What an entry is. */
    public enum Type {
        /** A regular file. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A symbolic link. */
        SYMBOLIC_LINK,
        /** Another name of a file before it. */
        HARD_LINK,
        /** A device or a pipe. */
        OTHER
    }

    /** Opens what is in a file. */
    @FunctionalInterface
    public interface Content {
        /** From the beginning; whoever asks closes it. */
        InputStream open() throws IOException;
    }

    /** A file that is only in memory, of no age. */
    public static TarEntry of(String path, int mode, long uid, long gid, byte[] content) {
        return new TarEntry(path, Type.FILE, mode, uid, gid, content.length, Instant.EPOCH, "",
                () -> new ByteArrayInputStream(content));
    }

    /** A folder that is on no disk, of no age. */
    public static TarEntry folder(String path, int mode) {
        return new TarEntry(path, Type.FOLDER, mode, 0, 0, 0, Instant.EPOCH, "", InputStream::nullInputStream);
    }

    /**
     * As it is on disk, links not followed; null for what cannot be sent: sockets, pipes, devices.
     *
     * @param path
     *            its name in the archive
     */
    public static @Nullable TarEntry read(Path file, String path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
        Instant modified = attributes.lastModifiedTime().toInstant();
        int mode = attributes.isSymbolicLink() ? 0777 : unix(file, "mode", 0755) & PERMISSIONS;
        int uid = unix(file, "uid", 0);
        int gid = unix(file, "gid", 0);
        if (attributes.isDirectory()) {
            return new TarEntry(path, Type.FOLDER, mode, uid, gid, 0, modified, "", InputStream::nullInputStream);
        }
        if (attributes.isSymbolicLink()) {
            return new TarEntry(path, Type.SYMBOLIC_LINK, mode, uid, gid, 0, modified,
                    Files.readSymbolicLink(file).toString(), InputStream::nullInputStream);
        }
        if (attributes.isRegularFile()) {
            return new TarEntry(path, Type.FILE, mode, uid, gid, attributes.size(), modified, "",
                    () -> Files.newInputStream(file));
        }
        return null;
    }

    private static int unix(Path file, String attribute, int fallback) throws IOException {
        if (!HAS_MODES) {
            return fallback;
        }
        return (Integer) Objects.requireNonNull(
                Files.getAttribute(file, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS));
    }

    /** The same with the owner that everything has in a build context: user 0. */
    public TarEntry ownedByRoot() {
        return new TarEntry(path, type, mode, 0, 0, size, modified, link, content);
    }

    /** The same as another name of an entry before it. */
    public TarEntry asLinkTo(String earlier) {
        return new TarEntry(path, Type.HARD_LINK, mode, uid, gid, 0, modified, earlier, InputStream::nullInputStream);
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return type == Type.FOLDER;
    }
}
