package dev.jcompose.load;

import java.util.regex.Pattern;

/** Tells files from references to git repositories and OCI artifacts. */
final class RemoteReference {
    private static final Pattern GIT = Pattern.compile(
            "(?i)(git@|git://|ssh://|github\\.com/).*|https?://[^?#]*\\.git(#.*)?");

    private RemoteReference() {
    }

    static boolean is(String reference) {
        return reference.startsWith("oci://") || GIT.matcher(reference).matches();
    }
}
