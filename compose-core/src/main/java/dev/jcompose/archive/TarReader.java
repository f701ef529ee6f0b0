package dev.jcompose.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Reads an archive as it arrives. An entry's content must be read before the next entry is asked for. */
public final class TarReader implements TarSource, AutoCloseable {
    private final TarArchiveInputStream tar;

    /** Reads from here; closing this closes that. */
    public TarReader(InputStream stream) {
        this.tar = new TarArchiveInputStream(stream, StandardCharsets.UTF_8.name());
    }

    @Override
    public @Nullable TarEntry next() throws IOException {
        TarArchiveEntry header = tar.getNextEntry();
        if (header == null) {
            return null;
        }
        TarEntry.Type type = type(header);
        String name = header.getName();
        while (name.endsWith("/") && name.length() > 1) {
            name = name.substring(0, name.length() - 1);
        }
        return new TarEntry(name, type, header.getMode() & 07777, header.getLongUserId(), header.getLongGroupId(),
                type == TarEntry.Type.FILE ? header.getSize() : 0, header.getLastModifiedTime().toInstant(),
                header.getLinkName(), () -> new Uncloseable(tar));
    }

    private static TarEntry.Type type(TarArchiveEntry header) {
        if (header.isDirectory()) {
            return TarEntry.Type.FOLDER;
        }
        if (header.isSymbolicLink()) {
            return TarEntry.Type.SYMBOLIC_LINK;
        }
        if (header.isLink()) {
            return TarEntry.Type.HARD_LINK;
        }
        boolean device = header.isFIFO() || header.isCharacterDevice() || header.isBlockDevice();
        return device ? TarEntry.Type.OTHER : TarEntry.Type.FILE;
    }

    /** Reads what may follow the archive's end mark, so that whoever sends it can finish. */
    public void drain() throws IOException {
        tar.transferTo(java.io.OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** The archive goes on after an entry's content. */
    private static final class Uncloseable extends java.io.FilterInputStream {
        Uncloseable(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // Whoever reads the archive closes it.
        }
    }
}
