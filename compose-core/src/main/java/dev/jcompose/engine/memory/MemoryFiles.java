package dev.jcompose.engine.memory;

import dev.jcompose.engine.ContainerArchive;
import dev.jcompose.engine.ContainerArchive.PathStat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A container's files, by absolute path: what was copied into it, as tar streams bring and take it. */
final class MemoryFiles {
    private static final int BLOCK = 512;

    private final Map<String, byte[]> files = new TreeMap<>();

    /** Reads a tar stream to its end; folders are implied by what is in them. */
    void unpack(String folder, InputStream tar) {
        try {
            byte[] header = tar.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                int size = Integer.parseInt(field(header, 124, 12), 8);
                byte[] content = tar.readNBytes(size);
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                if (header[156] == '0' || header[156] == 0) {
                    files.put(absolute(folder + "/" + field(header, 0, 100)), content);
                }
                header = tar.readNBytes(BLOCK);
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
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            if (name.equals(root) || name.startsWith(root.equals("/") ? root : root + "/")) {
                tar.writeBytes(header(name.substring(parent), content.length));
                tar.writeBytes(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
            }
        });
        tar.writeBytes(new byte[2 * BLOCK]);
        return new ContainerArchive(stat, new ByteArrayInputStream(tar.toByteArray()));
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

    private static byte[] header(String name, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, String.format(Locale.ROOT, "%011o", size));
        put(header, 136, "00000000000");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        return header;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    private static String field(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0 && header[end] != ' ') {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
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
