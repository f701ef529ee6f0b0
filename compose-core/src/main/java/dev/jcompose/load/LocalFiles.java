package dev.jcompose.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this machine. */
public final class LocalFiles implements FileSource {
    private static final int MOST_NAMES = 1_000;

    private final InputStream standardInput;

    /** Files, with nothing on the standard input. */
    public LocalFiles() {
        this(InputStream.nullInputStream());
    }

    /**
     * Files, and a stream to read where a file is called {@code -}.
     *
     * @param standardInput
     *            read to its end on demand; not closed
     */
    public LocalFiles(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("is a folder");
        }
        if (Files.isRegularFile(file) && Files.size(file) > MAX_LENGTH) {
            throw tooLong();
        }
        try (InputStream in = isOther(file) ? Pipes.open(file) : Files.newInputStream(file)) {
            return readAll(in);
        } catch (FileSystemException e) {
            throw leadsToItself(file) ? new IOException("is a symbolic link that leads to itself", e) : e;
        }
    }

    private static boolean leadsToItself(Path link) throws IOException {
        Set<Path> seen = new HashSet<>();
        Path at = link;
        while (Files.isSymbolicLink(at)) {
            if (!seen.add(at)) {
                return true;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
        }
        return false;
    }

    private static boolean isOther(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).isOther();
    }

    @Override
    public byte[] readStandardInput() throws IOException {
        return readAll(standardInput);
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path);
    }

    @Override
    public boolean isDirectory(Path path) {
        return Files.isDirectory(path);
    }

    @Override
    public List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(MOST_NAMES).map(entry -> String.valueOf(entry.getFileName())).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    @Override
    public Path resolveLinks(Path path) {
        Path existing = path;
        Path parent = path.getParent();
        while (!Files.exists(existing) && parent != null) {
            existing = parent;
            parent = existing.getParent();
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(path)).normalize();
        } catch (IOException e) {
            return path;
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        byte[] content = in.readNBytes(MAX_LENGTH + 1);
        if (content.length > MAX_LENGTH) {
            throw tooLong();
        }
        return content;
    }

    private static IOException tooLong() {
        return new IOException("is longer than the " + (MAX_LENGTH >> 20) + " MiB that a file may have");
    }
}
