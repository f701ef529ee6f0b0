package dev.jcompose.remote;

import dev.jcompose.load.RemoteFileException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a git repository, as docker build contexts are written: {@code remote#ref:folder}, or
 * {@code remote?ref=…&subdir=…}, with {@code branch}, {@code tag} and {@code commit} (or {@code checksum}) besides.
 *
 * @param remote
 *            what git is given
 * @param ref
 *            a branch, a tag, a ref in full or a commit; {@code HEAD} where none is given
 * @param folder
 *            the folder or file below the repository's root; empty for the root
 * @param commit
 *            what the ref must be, in hexadecimal digits, as many as were written; null if it may be anything
 */
record GitReference(String remote, String ref, String folder, @Nullable String commit) {
    /** What git allows in names of refs and what no pattern is; see git-check-ref-format. */
    private static final Pattern REF = Pattern.compile("(?!-)(?!.*(?:\\.\\.|//|@\\{))[^\\x00-\\x20\\x7f~^:?*\\[\\\\]+");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{4,64}");

    static GitReference parse(String reference) {
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : decoded(reference.substring(hash + 1));
        String rest = hash < 0 ? reference : reference.substring(0, hash);
        int question = rest.indexOf('?');
        Map<String, String> query = query(question < 0 ? "" : rest.substring(question + 1));
        String remote = question < 0 ? rest : rest.substring(0, question);
        int colon = fragment.indexOf(':');
        String folder = one(colon < 0 ? "" : fragment.substring(colon + 1), query.get("subdir"));
        String ref = one(colon < 0 ? fragment : fragment.substring(0, colon), query.get("ref"));
        ref = one(ref, prefixed("refs/tags/", query.get("tag")));
        ref = one(ref, prefixed("refs/heads/", query.get("branch")));
        String commit = query.getOrDefault("commit", query.get("checksum"));
        if (remote.startsWith("github.com/")) {
            remote = "https://" + remote;
        }
        return new GitReference(remote, ref.isEmpty() ? "HEAD" : ref, folder, commit).checked();
    }

    private GitReference checked() {
        if (remote.startsWith("-") || remote.chars().anyMatch(c -> c < ' ' || c == 127)) {
            throw wrong("is not the address of a repository");
        }
        if (!REF.matcher(ref).matches()) {
            throw wrong("'" + ref + "' is not the name of a branch, a tag or a commit");
        }
        if (commit != null && !COMMIT.matcher(commit).matches()) {
            throw wrong("'" + commit + "' is not a commit");
        }
        if (folder.startsWith("/") || folder.matches("(?s)[a-zA-Z]:.*") || folder.indexOf('\0') >= 0
                || java.util.List.of(folder.split("[/\\\\]", -1)).contains("..")) {
            throw new RemoteFileException("'" + folder + "' is not a place in the repository",
                    "name it from the repository's root, without '..'");
        }
        return this;
    }

    private static Map<String, String> query(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : text.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String key = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : decoded(part.substring(equals + 1).replace("+", " "));
                switch (key) {
                    case "ref", "subdir", "tag", "branch", "commit", "checksum" -> {
                        if (value.isEmpty() || found.put(key, value) != null) {
                            throw wrong("'" + key + "' must have one value");
                        }
                    }
                    case "keep-git-dir", "submodules" -> found.put(key, value);
                    default -> throw wrong("'" + key + "' says nothing to a repository");
                }
            }
        }
        return found;
    }

    private static @Nullable String prefixed(String prefix, @Nullable String name) {
        return name == null || name.startsWith(prefix) ? name : prefix + name;
    }

    private static String one(String first, @Nullable String second) {
        if (second == null) {
            return first;
        }
        if (!first.isEmpty() && !first.equals(second)) {
            throw wrong("'" + first + "' and '" + second + "' contradict each other");
        }
        return second;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong("'%' must be followed by two hexadecimal digits");
        }
    }

    private static RemoteFileException wrong(String what) {
        return new RemoteFileException(what, "write https://HOST/REPOSITORY.git#REF:FOLDER");
    }
}
