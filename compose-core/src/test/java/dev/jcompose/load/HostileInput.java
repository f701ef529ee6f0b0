package dev.jcompose.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A project that nobody would write in good faith, and what comes of it.
 *
 * @param name
 *            for people
 * @param expected
 *            what the first problem begins with or holds; {@link #LOADS} if there is none
 */
record HostileInput(String name, String expected, Setup setup) {
    static final String LOADS = "loads";

    /** Writes files into an empty folder, and says how to load them. */
    @FunctionalInterface
    interface Setup {
        LoadRequest in(Path folder) throws IOException;
    }

    /** The file {@code compose.yaml} alone, as text or bytes, made when it is wanted: some are large. */
    static HostileInput yaml(String name, String expected, Supplier<Object> content) {
        return files(name, expected, () -> Map.of("compose.yaml", content.get()));
    }

    /** Several files by name, each as text or bytes. */
    static HostileInput files(String name, String expected, Supplier<Map<String, Object>> contents) {
        return new HostileInput(name, expected, folder -> {
            for (Map.Entry<String, Object> each : contents.get().entrySet()) {
                Path file = folder.resolve(each.getKey());
                Files.createDirectories(file.getParent());
                if (each.getValue() instanceof byte[] bytes) {
                    Files.write(file, bytes);
                } else {
                    Files.writeString(file, (String) each.getValue());
                }
            }
            return LoadRequest.in(folder);
        });
    }

    /** A line again and again, with its number for {@code %d}. */
    static String numbered(int count, String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(line.replace("%d", Integer.toString(i)));
        }
        return text.toString();
    }
}
