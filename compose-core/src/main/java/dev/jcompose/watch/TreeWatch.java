package dev.jcompose.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells which paths below some roots have changed. It remembers what it has seen of every file, so that where the system
 * has lost events a look at the folder makes up for them. Folders that come are gone through at once; roots may come and
 * go. For one thread.
 */
final class TreeWatch implements AutoCloseable {
    private final WatchService events;
    private final List<Path> roots;
    private final Predicate<Path> skipped;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final NavigableMap<Path, Stamp> seen = new TreeMap<>();

    /**
     * Begins to watch.
     *
     * @param roots
     *            files or folders, absolute, with links resolved
     * @param skipped
     *            folders in which nothing is of interest
     * @throws IOException
     *             if the system cannot watch them
     */
    TreeWatch(List<Path> roots, Predicate<Path> skipped) throws IOException {
        this.roots = List.copyOf(roots);
        this.skipped = skipped;
        Path any = this.roots.getFirst();
        this.events = any.getFileSystem().newWatchService();
        for (Path root : this.roots) {
            Path parent = root.getParent();
            if (parent != null && Files.isDirectory(parent)) {
                register(parent);
            }
            look(root, new LinkedHashSet<>());
        }
    }

    /** Every file and folder that is there now, sorted. */
    Set<Path> all() {
        return seen.navigableKeySet();
    }

    /**
     * Waits for changes.
     *
     * @return paths that have come, changed or gone; empty if nothing has within that time
     * @throws IOException
     *             if a folder that has come cannot be watched
     */
    Set<Path> poll(long nanoseconds) throws IOException, InterruptedException {
        Set<Path> changed = new LinkedHashSet<>();
        try {
            WatchKey key = events.poll(nanoseconds, TimeUnit.NANOSECONDS);
            while (key != null) {
                drain(key, changed);
                key = events.poll();
            }
        } catch (ClosedWatchServiceException closed) {
            throw new InterruptedException("closed");
        }
        return changed;
    }

    private void drain(WatchKey key, Set<Path> changed) throws IOException {
        Path folder = folders.get(key);
        List<WatchEvent<?>> told = key.pollEvents();
        if (folder != null) {
            for (WatchEvent<?> event : told) {
                if (event.kind().equals(OVERFLOW)) {
                    rescan(folder, changed);
                } else if (event.context() instanceof Path name) {
                    touched(folder.resolve(name), event.kind().equals(ENTRY_CREATE), changed);
                }
            }
        }
        if (!key.reset() && folder != null) {
            forget(folder);
        }
    }

    private void touched(Path path, boolean created, Set<Path> changed) throws IOException {
        if (!isOfInterest(path)) {
            return;
        }
        Stamp now = Stamp.of(path);
        Stamp before = seen.get(path);
        if (now == null) {
            gone(path, changed);
        } else if (now.folder()) {
            // What changes in a folder is told of what is in it; one that came may have come with content.
            if (created || before == null || !before.folder()) {
                if (before != null) {
                    gone(path, changed);
                }
                look(path, changed);
            }
        } else {
            if (before != null && before.folder()) {
                gone(path, changed);
            }
            seen.put(path, now);
            changed.add(path);
        }
    }

    /** Events were lost: compares what is there with what was. */
    private void rescan(Path folder, Set<Path> changed) throws IOException {
        Set<Path> there = new LinkedHashSet<>();
        for (Path child : children(folder)) {
            there.add(child);
            Stamp before = seen.get(child);
            Stamp now = Stamp.of(child);
            if (now != null && !now.equals(before)) {
                touched(child, now.folder(), changed);
            }
        }
        below(folder).stream().filter(path -> folder.equals(path.getParent()) && !there.contains(path))
                .forEach(path -> gone(path, changed));
    }

    private boolean isOfInterest(Path path) {
        return roots.stream().anyMatch(root -> path.startsWith(root) || root.startsWith(path));
    }

    /** Takes in a path and all below it; watches folders before looking into them, so that nothing slips through. */
    private void look(Path path, Set<Path> changed) throws IOException {
        Stamp now = Stamp.of(path);
        if (now == null) {
            return;
        }
        boolean inside = roots.stream().anyMatch(path::startsWith);
        if (inside) {
            seen.put(path, now);
            changed.add(path);
        }
        if (now.folder() && !skipped.test(path)) {
            register(path);
            for (Path child : children(path)) {
                if (isOfInterest(child)) {
                    look(child, changed);
                }
            }
        }
    }

    private void gone(Path path, Set<Path> changed) {
        if (seen.remove(path) != null) {
            changed.add(path);
        }
        for (Path below : below(path)) {
            seen.remove(below);
            changed.add(below);
        }
        forget(path);
    }

    /** What is known of a folder's content, however deep. */
    private List<Path> below(Path folder) {
        // Between a folder and what is in it others may sort, such as "a-b" between "a" and "a/b", but none after.
        return seen.subMap(folder, false, Path.of(folder + "0"), false).navigableKeySet().stream()
                .filter(path -> path.startsWith(folder)).toList();
    }

    private void forget(Path folder) {
        keys.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey().startsWith(folder) && !isParentOfRoot(entry.getKey());
            if (gone) {
                folders.remove(entry.getValue(), entry.getKey());
                entry.getValue().cancel();
            }
            return gone;
        });
    }

    private boolean isParentOfRoot(Path folder) {
        return Files.isDirectory(folder) && roots.stream().anyMatch(root -> folder.equals(root.getParent()));
    }

    private void register(Path folder) throws IOException {
        try {
            WatchKey key = folder.register(events, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            folders.put(key, folder);
            keys.put(folder, key);
        } catch (NoSuchFileException | NotDirectoryException goneMeanwhile) {
            return;
        } catch (IOException e) {
            if (Files.isDirectory(folder)) {
                throw new IOException("cannot watch " + folder + ": " + e.getMessage()
                        + "; on Linux the limit is fs.inotify.max_user_watches", e);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
            listing.forEach(children::add);
        } catch (NoSuchFileException | NotDirectoryException goneMeanwhile) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return children;
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException endedAnyway) {
            return;
        }
    }

    /** What tells one state of a file from another. */
    private record Stamp(boolean folder, long size, Object modified, @Nullable Object changed, @Nullable Object key) {
        private static final boolean UNIX = java.nio.file.FileSystems.getDefault().supportedFileAttributeViews()
                .contains("unix");

        static @Nullable Stamp of(Path path) {
            try {
                Map<String, Object> read = Files.readAttributes(path,
                        UNIX ? "unix:isDirectory,size,lastModifiedTime,ctime,ino" : "isDirectory,size,lastModifiedTime",
                        LinkOption.NOFOLLOW_LINKS);
                boolean folder = Boolean.TRUE.equals(read.get("isDirectory"));
                return new Stamp(folder, folder ? 0 : ((Number) value(read, "size")).longValue(),
                        folder ? 0L : value(read, "lastModifiedTime"), folder ? null : read.get("ctime"),
                        read.get("ino"));
            } catch (IOException notThere) {
                return null;
            }
        }

        private static Object value(Map<String, Object> read, String name) {
            return Objects.requireNonNull(read.get(name));
        }
    }
}
