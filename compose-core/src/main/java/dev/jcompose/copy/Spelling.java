package dev.jcompose.copy;

import java.util.ArrayList;
import java.util.List;

/**
 * A path as it was typed: a slash or a slash and a dot at its end mean something ({@code docker cp} documentation: {@code
 * dir} is the folder, {@code dir/.} what is in it). Slashes separate. Immutable.
 */
record Spelling(String text) {
    /** Whether it can only be a folder. */
    boolean assertsFolder() {
        return text.endsWith("/") || meansContent();
    }

    /** Whether it means what is in a folder. */
    boolean meansContent() {
        return last(text).equals(".");
    }

    /** The last part; {@code .} where the content of a folder is meant, empty for the root. */
    String base() {
        return meansContent() ? "." : last(cleaned(text));
    }

    /** Where the last part is. */
    String parent() {
        String clean = cleaned(text);
        if (meansContent()) {
            return clean;
        }
        int slash = clean.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : clean.substring(0, slash);
    }

    /** Another path with this one's ending. */
    Spelling endingOf(String other) {
        if (meansContent()) {
            return new Spelling(other + "/.");
        }
        return new Spelling(text.endsWith("/") ? other + "/" : other);
    }

    private static String last(String path) {
        String bare = path;
        while (bare.endsWith("/")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.substring(bare.lastIndexOf('/') + 1);
    }

    /** Without steps that lead nowhere; {@code .} where nothing is left. */
    static String cleaned(String path) {
        boolean rooted = path.startsWith("/");
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && rooted)) {
                parts.add(part);
            }
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
