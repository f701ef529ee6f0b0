package dev.jcompose.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * A tar archive made while it is read: neither the archive nor any file of it is ever held as a whole. Long names and
 * large sizes are written as GNU tar does. For one thread at a time.
 */
public final class TarStream extends InputStream {
    private static final int CHUNK = 64 << 10;

    private final TarSource source;
    private final Ready ready = new Ready();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(ready, StandardCharsets.UTF_8.name());
    private final byte[] chunk = new byte[CHUNK];
    private @Nullable InputStream content;
    private String path = "";
    private long contentLeft;
    private boolean ended;

    /** An archive of these entries, each asked for when those before it have been read. */
    public TarStream(TarSource source) {
        this.source = source;
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (ready.isEmpty()) {
            if (ended) {
                return -1;
            }
            ready.reset();
            advance();
        }
        return ready.take(into, offset, length);
    }

    private void advance() throws IOException {
        InputStream open = content;
        if (open == null) {
            next();
            return;
        }
        if (contentLeft > 0) {
            int count = open.read(chunk, 0, (int) Math.min(chunk.length, contentLeft));
            if (count < 0) {
                throw new IOException(path + " became shorter while it was read");
            }
            tar.write(chunk, 0, count);
            contentLeft -= count;
        }
        if (contentLeft == 0) {
            content = null;
            open.close();
            tar.closeArchiveEntry();
        }
    }

    private void next() throws IOException {
        TarEntry entry = source.next();
        if (entry == null) {
            ended = true;
            tar.finish();
            return;
        }
        path = entry.path();
        // Opened first: what has gone meanwhile fails before anything of it is sent.
        InputStream open = entry.size() > 0 ? entry.content().open() : null;
        tar.putArchiveEntry(header(entry));
        contentLeft = entry.size();
        content = open;
        if (open == null) {
            tar.closeArchiveEntry();
        }
    }

    private static TarArchiveEntry header(TarEntry entry) {
        TarArchiveEntry header = new TarArchiveEntry(entry.path() + (entry.isFolder() ? "/" : ""), flag(entry), true);
        header.setMode(entry.mode());
        header.setUserId(entry.uid());
        header.setGroupId(entry.gid());
        header.setUserName("");
        header.setGroupName("");
        header.setSize(entry.size());
        header.setModTime(Date.from(entry.modified()));
        header.setLinkName(entry.link());
        return header;
    }

    private static byte flag(TarEntry entry) {
        return switch (entry.type()) {
            case FILE -> TarConstants.LF_NORMAL;
            case FOLDER -> TarConstants.LF_DIR;
            case SYMBOLIC_LINK -> TarConstants.LF_SYMLINK;
            case HARD_LINK -> TarConstants.LF_LINK;
            case OTHER -> throw new IllegalArgumentException(entry.path() + " is neither file, folder nor link");
        };
    }

    @Override
    public void close() throws IOException {
        ended = true;
        InputStream open = content;
        if (open != null) {
            content = null;
            open.close();
        }
    }

    /** What has been made and not yet been read. */
    private static final class Ready extends ByteArrayOutputStream {
        private int taken;

        Ready() {
            super(CHUNK + 2048);
        }

        @Override
        public synchronized void reset() {
            super.reset();
            taken = 0;
        }

        synchronized boolean isEmpty() {
            return taken == count;
        }

        synchronized int take(byte[] into, int offset, int length) {
            int size = Math.min(length, count - taken);
            System.arraycopy(buf, taken, into, offset, size);
            taken += size;
            return size;
        }
    }
}
