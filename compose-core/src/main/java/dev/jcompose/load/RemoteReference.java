package dev.jcompose.load;

import java.util.regex.Pattern;

/** Tells files from references to git repositories and OCI artifacts, as docker compose does. */
public final class RemoteReference {
    private static final String ARTIFACT = "oci://";

    private static final Pattern GIT = Pattern.compile("github\\.com/.*|(?i:git|ssh)://.*"
            + "|(?i:https?)://[^?#]*\\.git([?#].*)?|[a-zA-Z0-9_-]+@[a-zA-Z0-9.-]+:.*", Pattern.DOTALL);

    private static final Pattern PASSWORD = Pattern.compile("^([a-zA-Z0-9]+://)[^/?#]*@");

    private RemoteReference() {
    }

    /** Whether a value names something to fetch. */
    public static boolean is(String reference) {
        return isArtifact(reference) || GIT.matcher(reference).matches();
    }

    /** Whether what a value names is in a registry; if not, but it is remote, it is in a git repository. */
    public static boolean isArtifact(String reference) {
        return reference.startsWith(ARTIFACT);
    }

    /** The reference without who fetches it, to be shown. */
    public static String shown(String reference) {
        return PASSWORD.matcher(reference).replaceFirst("$1");
    }
}
