package dev.jcompose.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A build context as a tar archive, made while it is read: neither the archive nor any file of it is ever held as a
 * whole. For one thread at a time.
 */
final class ContextStream extends InputStream {
    private static final int BLOCK = 512;

    private final ContextWalk walk;
    private InputStream header = InputStream.nullInputStream();
    private @Nullable InputStream content;
    private String path = "";
    private long contentLeft;
    private int paddingLeft;
    private boolean ended;

    ContextStream(ContextWalk walk) {
        this.walk = walk;
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
        while (true) {
            int count = header.read(into, offset, length);
            if (count > 0) {
                return count;
            }
            if (contentLeft > 0) {
                return readContent(into, offset, length);
            }
            closeContent();
            if (paddingLeft > 0) {
                int zeros = Math.min(paddingLeft, length);
                java.util.Arrays.fill(into, offset, offset + zeros, (byte) 0);
                paddingLeft -= zeros;
                return zeros;
            }
            if (ended) {
                return -1;
            }
            advance();
        }
    }

    private int readContent(byte[] into, int offset, int length) throws IOException {
        InputStream open = content;
        int count = open == null ? -1 : open.read(into, offset, (int) Math.min(length, contentLeft));
        if (count < 0) {
            throw new IOException(path + " became shorter while it was read");
        }
        contentLeft -= count;
        return count;
    }

    private void advance() throws IOException {
        ContextEntry entry = walk.next();
        if (entry == null) {
            ended = true;
            paddingLeft = 2 * BLOCK;
            return;
        }
        header = new ByteArrayInputStream(TarHeader.of(entry));
        path = entry.path();
        contentLeft = entry.size();
        paddingLeft = (int) ((BLOCK - entry.size() % BLOCK) % BLOCK);
        if (entry.size() > 0) {
            content = entry.content().open();
        }
    }

    private void closeContent() throws IOException {
        InputStream open = content;
        if (open != null) {
            content = null;
            open.close();
        }
    }

    @Override
    public void close() throws IOException {
        closeContent();
    }
}
