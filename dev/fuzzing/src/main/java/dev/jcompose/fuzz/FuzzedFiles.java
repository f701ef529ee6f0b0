package dev.jcompose.fuzz;

import dev.jcompose.load.FileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files that one input of the fuzzer stands for. An input is bytes; a line of {@code #file NAME} begins a file, and
 * what comes before the first such line is {@code compose.yaml}.
 */
final class FuzzedFiles implements FileSource {
    static final Path FOLDER = Path.of("/project");
    private static final String MARK = "#file ";
    private static final int MOST_FILES = 16;

    private final Map<Path, byte[]> files = new LinkedHashMap<>();

    FuzzedFiles(byte[] input) {
        // Latin-1 keeps each byte apart, whatever it is.
        String text = new String(input, StandardCharsets.ISO_8859_1);
        String name = "compose.yaml";
        StringBuilder content = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.startsWith(MARK) && line.length() > MARK.length() && files.size() < MOST_FILES) {
                add(name, content);
                name = line.substring(MARK.length()).strip();
                content.setLength(0);
            } else {
                content.append(line);
            }
        }
        add(name, content);
    }

    private void add(String name, CharSequence content) {
        if (!name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            files.put(FOLDER.resolve(name).normalize(),
                    content.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /**
     * How many lines a file may have, the one after the last line break counted; 0 where there is no such file. U+0085
     * ends lines, too, and every encoding of it holds the byte.
     */
    int lines(Path file) {
        byte[] content = files.get(file.normalize());
        if (content == null) {
            return 0;
        }
        int lines = 1;
        for (byte each : content) {
            lines += each == '\n' || each == '\r' || each == (byte) 0x85 ? 1 : 0;
        }
        return lines;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        byte[] content = files.get(file.normalize());
        if (content == null) {
            throw isDirectory(file) ? new IOException("is a folder") : new NoSuchFileException(file.toString());
        }
        return content.clone();
    }

    @Override
    public byte[] readStandardInput() {
        return new byte[0];
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
    public Path resolveLinks(Path path) {
        return path;
    }
}
