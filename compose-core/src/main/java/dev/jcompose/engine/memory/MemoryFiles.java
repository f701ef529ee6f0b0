package dev.jcompose.engine.memory;

import dev.jcompose.archive.TarEntry;
import dev.jcompose.archive.TarReader;
import dev.jcompose.archive.TarSource;
import dev.jcompose.archive.TarStream;
import dev.jcompose.engine.ContainerArchive;
import dev.jcompose.engine.ContainerArchive.PathStat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A container's files, by absolute path: what was copied into it, as tar streams bring and take it. */
final class MemoryFiles {
    private final Map<String, byte[]> files = new TreeMap<>();

    /** Reads a tar stream to its end; folders are implied by what is in them. */
    void unpack(String folder, InputStream tar) {
        try (TarReader entries = new TarReader(tar)) {
            for (TarEntry entry = entries.next(); entry != null; entry = entries.next()) {
                if (entry.type() == TarEntry.Type.FILE) {
                    files.put(absolute(folder + "/" + entry.path()), entry.content().open().readAllBytes());
                }
            }
            tar.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ContainerArchive pack(String container, String path) {
        PathStat stat = stat(container, path);
        String root = absolute(path);
        int parent = root.lastIndexOf('/') + 1;
        List<TarEntry> entries = new ArrayList<>();
        files.forEach((name, content) -> {
            if (name.equals(root) || name.startsWith(root.equals("/") ? root : root + "/")) {
                entries.add(TarEntry.of(name.substring(parent), 0644, 0, 0, content));
            }
        });
        return new ContainerArchive(stat, new TarStream(TarSource.of(entries)));
    }

    PathStat stat(String container, String path) {
        String wanted = absolute(path);
        String name = wanted.substring(wanted.lastIndexOf('/') + 1);
        byte[] content = files.get(wanted);
        if (content != null) {
            return new PathStat(name, content.length, 0644, Instant.EPOCH, "");
        }
        if (wanted.equals("/") || files.keySet().stream().anyMatch(file -> file.startsWith(wanted + "/"))) {
            return new PathStat(name, 0, (1L << 31) | 0755, Instant.EPOCH, "");
        }
        throw World.notFound("stat", "file", wanted + " in container " + container);
    }

    private static String absolute(@Nullable String path) {
        StringBuilder clean = new StringBuilder();
        for (String part : (path == null ? "" : path).split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                clean.append('/').append(part);
            }
        }
        return clean.isEmpty() ? "/" : clean.toString();
    }
}
