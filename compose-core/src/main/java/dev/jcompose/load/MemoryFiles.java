package dev.jcompose.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that exist only as text, for tests and for programs that put projects together. Immutable. */
public final class MemoryFiles implements FileSource {
    private final Map<Path, String> files;
    private final String standardInput;

    private MemoryFiles(Map<Path, String> files, String standardInput) {
        this.files = Map.copyOf(files);
        this.standardInput = standardInput;
    }

    /** Texts by absolute path; folders exist where files are below them. */
    public static MemoryFiles of(Map<Path, String> files) {
        Map<Path, String> normalized = new LinkedHashMap<>();
        files.forEach((path, text) -> normalized.put(path.normalize(), text));
        return new MemoryFiles(normalized, "");
    }

    /** The same files, and a text where a file is called {@code -}. */
    public MemoryFiles withStandardInput(String text) {
        return new MemoryFiles(files, text);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        String text = files.get(file.normalize());
        if (text == null) {
            throw isDirectory(file) ? new IOException("is a folder") : new NoSuchFileException(file.toString());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] readStandardInput() {
        return standardInput.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean exists(Path path) {
        return files.containsKey(path.normalize()) || isDirectory(path);
    }

    @Override
    public boolean isDirectory(Path path) {
        Path folder = path.normalize();
        return files.keySet().stream().anyMatch(file -> file.startsWith(folder) && !file.equals(folder));
    }

    @Override
    public List<String> names(Path folder) {
        Path normal = folder.normalize();
        return files.keySet().stream().filter(file -> file.startsWith(normal) && !file.equals(normal))
                .map(file -> file.getName(normal.getNameCount()).toString()).distinct().toList();
    }

    @Override
    public Path resolveLinks(Path path) {
        return path;
    }
}
