package dev.jcompose.load;

import dev.jcompose.words.Nearest;
import java.nio.file.Path;

/** Finds the file that was probably meant where one is missing. */
final class Neighbours {
    private Neighbours() {
    }

    /** A hint that names a file beside the missing one, or the folder that is missing; empty if nothing is near. */
    static String hint(Path missing, FileSource source) {
        Path folder = missing.getParent();
        Path name = missing.getFileName();
        if (folder == null || name == null) {
            return "";
        }
        if (!source.isDirectory(folder)) {
            return "there is no folder " + folder;
        }
        return Nearest.to(name.toString(), source.names(folder)).map(near -> "did you mean '" + near + "'?").orElse("");
    }
}
