package dev.jcompose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs several command lines in one process, one a line of the given file, words parted by blanks: what packaging
 * trains the ahead-of-time cache with. How each ends does not matter.
 */
public final class Rehearsal {
    private Rehearsal() {
    }

    /** Takes the path of the file. */
    public static void main(String[] arguments) throws IOException {
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            CommandLine.run(List.of(line.split(" ")), Main.ofProcess());
        }
    }
}
