package dev.jcompose.load;

import dev.jcompose.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the loader gets files from. Paths are absolute. Implementations need not be safe for use by several threads
 * at once.
 */
public interface FileSource {
    /** The most bytes that a file may have. */
    int MAX_LENGTH = YamlReader.MAX_LENGTH;

    /**
     * The content of a file.
     *
     * @throws java.nio.file.NoSuchFileException
     *             if there is none
     * @throws java.nio.file.AccessDeniedException
     *             if it may not be read
     * @throws IOException
     *             if it is a folder, is longer than {@link #MAX_LENGTH}, or reading fails; the message says which
     */
    byte[] read(Path file) throws IOException;

    /** What the standard input holds, for the file name {@code -}; as {@link #read} in all else. */
    byte[] readStandardInput() throws IOException;

    /** Whether there is anything at a path: a file, a folder, a device. */
    boolean exists(Path path);

    /** Whether there is a folder at a path. */
    boolean isDirectory(Path path);

    /** The names of what is in a folder, in any order; none where it is no folder or cannot be listed. */
    default List<String> names(Path folder) {
        return List.of();
    }

    /** The path with its symbolic links followed; the path itself where there is nothing. */
    Path resolveLinks(Path path);
}
