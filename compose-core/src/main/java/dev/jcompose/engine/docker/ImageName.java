package dev.jcompose.engine.docker;

/**
 * A reference taken apart as the API wants it.
 *
 * @param tagOrDigest
 *            {@code latest} where the reference has neither
 */
record ImageName(String repository, String tagOrDigest) {
    static ImageName of(String reference) {
        int at = reference.indexOf('@');
        if (at > 0) {
            return new ImageName(withoutTag(reference.substring(0, at)), reference.substring(at + 1));
        }
        String repository = withoutTag(reference);
        return new ImageName(repository, repository.length() == reference.length()
                ? "latest"
                : reference.substring(repository.length() + 1));
    }

    /** A colon before the last slash is a registry's port. */
    private static String withoutTag(String name) {
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }
}
