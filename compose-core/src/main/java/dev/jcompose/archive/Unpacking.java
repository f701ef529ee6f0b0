package dev.jcompose.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes the entries of an archive below a folder of this machine. Nothing outside of that folder is ever written,
 * whatever names and links the archive holds. For one thread.
 */
public final class Unpacking {
    private final Path root;
    private final boolean owners;
    private final Map<Path, TarEntry> folders = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    /**
     * @param folder
     *            where to; it exists
     * @param owners
     *            whether files get the owners that the archive names, as far as this process may give them
     */
    public Unpacking(Path folder, boolean owners) throws IOException {
        this.root = folder.toRealPath();
        this.owners = owners;
    }

    /**
     * Writes all entries.
     *
     * @param renamed
     *            an entry's path to the one it gets
     * @return what could not be made here: devices and pipes
     * @throws FileSystemException
     *             if a file would take a folder's place, or the other way round, or leave the folder
     */
    public List<String> run(TarSource entries, UnaryOperator<String> renamed) throws IOException {
        for (TarEntry entry = entries.next(); entry != null; entry = entries.next()) {
            write(entry, renamed);
        }
        // Last, since writing into a folder changes its time, and some folders may not be written to.
        for (Map.Entry<Path, TarEntry> folder : folders.entrySet()) {
            dress(folder.getKey(), folder.getValue());
        }
        return List.copyOf(leftOut);
    }

    private void write(TarEntry entry, UnaryOperator<String> renamed) throws IOException {
        Path file = inside(renamed.apply(entry.path()));
        boolean isRoot = file.equals(root);
        if (!isRoot) {
            Files.createDirectories(parent(file));
            checkParent(file);
            clear(file, entry);
        }
        switch (entry.type()) {
            case FOLDER -> {
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectory(file);
                }
                folders.put(file, entry);
            }
            case FILE -> {
                try (InputStream content = entry.content().open()) {
                    Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                }
                dress(file, entry);
            }
            case SYMBOLIC_LINK -> {
                Files.createSymbolicLink(file, Path.of(entry.link()));
                own(file, entry);
            }
            case HARD_LINK -> {
                Path first = inside(renamed.apply(entry.link()));
                checkParent(first);
                Files.createLink(file, first);
            }
            case OTHER -> leftOut.add(entry.path());
        }
    }

    private Path inside(String path) throws FileSystemException {
        Path file = root.resolve(path.replaceFirst("^/+", "")).normalize();
        if (!file.startsWith(root)) {
            throw new FileSystemException(path, null, "leads out of the folder that it is unpacked in");
        }
        return file;
    }

    private Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? root : parent;
    }

    /** A link that was unpacked before must not lead what comes after it out of the folder. */
    private void checkParent(Path file) throws IOException {
        if (!parent(file).toRealPath().startsWith(root)) {
            throw new FileSystemException(file.toString(), null, "leads out of the folder that it is unpacked in");
        }
    }

    private static void clear(Path file, TarEntry entry) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        boolean isFolder = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        if (isFolder && !entry.isFolder()) {
            throw new FileSystemException(file.toString(), null, "cannot overwrite directory with non-directory");
        }
        if (!isFolder && entry.isFolder()) {
            throw new FileSystemException(file.toString(), null, "cannot overwrite non-directory with directory");
        }
        if (!isFolder) {
            Files.delete(file);
        }
    }

    private void dress(Path file, TarEntry entry) throws IOException {
        own(file, entry);
        if (Files.getFileStore(file).supportsFileAttributeView("unix")) {
            Files.setAttribute(file, "unix:mode", entry.mode(), LinkOption.NOFOLLOW_LINKS);
        }
        if (entry.type() != TarEntry.Type.SYMBOLIC_LINK) {
            Files.setLastModifiedTime(file, FileTime.from(entry.modified()));
        }
    }

    private void own(Path file, TarEntry entry) throws IOException {
        if (owners && Files.getFileStore(parent(file)).supportsFileAttributeView("unix")) {
            try {
                Files.setAttribute(file, "unix:uid", (int) entry.uid(), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", (int) entry.gid(), LinkOption.NOFOLLOW_LINKS);
            } catch (FileSystemException mayNot) {
                // Then they stay ours, as with tar.
                return;
            }
        }
    }
}
