package dev.jcompose.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A file, or a folder and all below it, as entries: in the order of names, a folder before what is in it, links as
 * links, the second name of a file as a hard link to the first. What disappears meanwhile is left out.
 */
public final class FileTree implements TarSource {
    private final Deque<Iterator<Path>> levels = new ArrayDeque<>();
    private final Map<String, String> firstNames = new HashMap<>();
    private final Path root;
    private final String name;
    private final Predicate<Path> wanted;

    /**
     * A tree.
     *
     * @param root
     *            what is at the top
     * @param name
     *            what the top is called in the archive, {@code .} for nothing
     * @param wanted
     *            whether something below the top is taken; nothing below a folder that is not
     */
    public FileTree(Path root, String name, Predicate<Path> wanted) {
        this.root = root;
        this.name = name;
        this.wanted = wanted;
        levels.push(List.of(root).iterator());
    }

    @Override
    public @Nullable TarEntry next() throws IOException {
        while (!levels.isEmpty()) {
            if (!levels.element().hasNext()) {
                levels.pop();
                continue;
            }
            Path file = levels.element().next();
            boolean top = file.equals(root);
            if (!top && !wanted.test(file)) {
                continue;
            }
            try {
                TarEntry entry = TarEntry.read(file, top ? name : below(file));
                if (entry == null) {
                    continue;
                }
                if (entry.isFolder()) {
                    levels.push(children(file));
                }
                return linked(file, entry);
            } catch (NoSuchFileException goneMeanwhile) {
                if (top) {
                    throw goneMeanwhile;
                }
            }
        }
        return null;
    }

    private String below(Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        return name.equals(".") ? path : name.equals("/") ? "/" + path : name + "/" + path;
    }

    private TarEntry linked(Path file, TarEntry entry) throws IOException {
        if (entry.type() != TarEntry.Type.FILE || !Files.getFileStore(file).supportsFileAttributeView("unix")) {
            return entry;
        }
        Map<String, Object> unix = Files.readAttributes(file, "unix:nlink,ino,dev", LinkOption.NOFOLLOW_LINKS);
        if ((Integer) Objects.requireNonNull(unix.get("nlink")) < 2) {
            return entry;
        }
        String first = firstNames.putIfAbsent(unix.get("dev") + ":" + unix.get("ino"), entry.path());
        return first == null ? entry : entry.asLinkTo(first);
    }

    private static Iterator<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
            listing.forEach(children::add);
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        }
        children.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
        return children.iterator();
    }
}
