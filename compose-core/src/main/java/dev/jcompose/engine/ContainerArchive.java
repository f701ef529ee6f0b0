package dev.jcompose.engine;

import java.io.InputStream;
import java.time.Instant;

/**
 * A part of a container's file system. Closing it ends the transfer.
 *
 * @param stat
 *            what the path was
 * @param tar
 *            the path and all below it
 */
public record ContainerArchive(PathStat stat, InputStream tar) implements AutoCloseable {

    /**
     * What is at a path.
     *
     * @param mode
     *            Go's file mode: permission bits, and the type in the upper ones ({@code 1 << 31} is a folder,
     *            {@code 1 << 27} a symbolic link)
     * @param linkTarget
     *            empty where it is no symbolic link
     */
    public record PathStat(String name, long size, long mode, Instant modified, String linkTarget) {
        /** Whether it is a folder. */
        public boolean isDirectory() {
            return (mode & (1L << 31)) != 0;
        }

        /** Whether it is a symbolic link. */
        public boolean isSymbolicLink() {
            return (mode & (1L << 27)) != 0;
        }
    }

    @Override
    public void close() {
        try {
            tar.close();
        } catch (java.io.IOException alreadyGone) {
            // The transfer is over in either case.
        }
    }
}
