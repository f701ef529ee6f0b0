package dev.jcompose;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as a process of its own. */
final class Program {
    private Program() {
    }

    /** The words that start it. */
    static List<String> words(List<String> line) {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "dev.jcompose.Main"));
        words.addAll(line);
        return words;
    }

    static Process start(Path folder, List<String> line) throws IOException {
        return new ProcessBuilder(words(line)).directory(folder.toFile()).start();
    }

    /** Reads its output up to a line with that text. */
    static void awaitLine(Process program, String text) throws IOException {
        BufferedReader out = program.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(text)) {
                return;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("ended without \"" + text + "\": " + seen
                + new String(program.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
