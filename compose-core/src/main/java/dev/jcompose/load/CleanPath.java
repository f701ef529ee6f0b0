package dev.jcompose.load;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths as text: the shortest that means the same, without a look at the file system. */
final class CleanPath {
    private CleanPath() {
    }

    /** {@code a/./b//../c} is {@code a/c}; the empty path stays empty. */
    static String clean(String path) {
        if (path.isEmpty()) {
            return path;
        }
        boolean absolute = path.startsWith("/");
        Deque<String> kept = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            if (!part.equals("..")) {
                kept.addLast(part);
            } else if (!kept.isEmpty() && !kept.getLast().equals("..")) {
                kept.removeLast();
            } else if (!absolute) {
                kept.addLast(part);
            }
        }
        String joined = String.join("/", kept);
        if (absolute) {
            return "/" + joined;
        }
        return joined.isEmpty() ? "." : joined;
    }

    /** A path below a folder. */
    static String join(String folder, String path) {
        return clean(folder.isEmpty() ? path : folder + "/" + path);
    }
}
