package dev.jcompose.build;

import dev.jcompose.archive.TarEntry;
import dev.jcompose.archive.TarSource;
import dev.jcompose.build.IgnoreRules.Place;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a build context in the order of names, a folder before what is in it. It holds the names of one folder a
 * level, however large the tree. A folder that is left out is met all the same where something in it is kept.
 */
final class ContextWalk implements TarSource {
    private final Set<String> always;
    private final Map<String, byte[]> added;
    private final Iterator<Map.Entry<String, byte[]>> adding;
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final Queue<TarEntry> ready = new ArrayDeque<>();

    ContextWalk(Path root, IgnoreRules rules, List<String> always, Map<String, byte[]> added) {
        this.always = new HashSet<>(always);
        this.added = added;
        this.adding = added.entrySet().iterator();
        folders.push(new Folder(root, "", rules.root(), null));
    }

    /** The next that belongs to the context; null after the last. */
    @Override
    public @Nullable TarEntry next() throws IOException {
        if (adding.hasNext()) {
            Map.Entry<String, byte[]> file = adding.next();
            return TarEntry.of(file.getKey(), 0600, 0, 0, file.getValue());
        }
        while (ready.isEmpty() && !folders.isEmpty()) {
            Folder folder = folders.element();
            Path child = folder.next();
            if (child == null) {
                folders.pop();
            } else {
                visit(folder, child);
            }
        }
        return ready.poll();
    }

    private void visit(Folder folder, Path child) throws IOException {
        String path = (folder.path.isEmpty() ? "" : folder.path + "/") + child.getFileName();
        if (added.containsKey(path)) {
            return;
        }
        TarEntry entry;
        try {
            entry = TarEntry.read(child, path);
        } catch (NoSuchFileException goneMeanwhile) {
            return;
        }
        if (entry == null) {
            return;
        }
        Place place = folder.place.child(path);
        boolean kept = !place.ignored() || always.contains(path);
        if (entry.isFolder()) {
            if (kept || place.mayHoldKept(path) || always.stream().anyMatch(one -> one.startsWith(path + "/"))) {
                folders.push(new Folder(child, path, place, kept ? null : entry.ownedByRoot()));
            }
        }
        if (kept) {
            announce(path);
            ready.add(entry.ownedByRoot());
        }
    }

    /** Folders that were left out are sent once something in them is. */
    private void announce(String path) {
        Iterator<Folder> outermostFirst = folders.descendingIterator();
        while (outermostFirst.hasNext()) {
            Folder folder = outermostFirst.next();
            TarEntry pending = folder.pending;
            if (pending != null && path.startsWith(folder.path + "/")) {
                ready.add(pending);
                folder.pending = null;
            }
        }
    }

    /** A folder being gone through. */
    private static final class Folder {
        private final Path folder;
        private final String path;
        private final Place place;
        private @Nullable TarEntry pending;
        private @Nullable Iterator<Path> children;

        Folder(Path folder, String path, Place place, @Nullable TarEntry pending) {
            this.folder = folder;
            this.path = path;
            this.place = place;
            this.pending = pending;
        }

        @Nullable
        Path next() throws IOException {
            Iterator<Path> rest = children;
            if (rest == null) {
                List<Path> listed = new ArrayList<>();
                try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                    stream.forEach(listed::add);
                }
                listed.sort((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()));
                rest = listed.iterator();
                children = rest;
            }
            return rest.hasNext() ? rest.next() : null;
        }
    }
}
