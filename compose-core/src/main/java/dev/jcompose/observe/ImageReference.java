package dev.jcompose.observe;

/** The short spelling of image references that the engine lists images under. */
public final class ImageReference {
    private ImageReference() {
    }

    /**
     * {@code docker.io/library/nginx} becomes {@code nginx:latest}; a digest after a tag makes the tag count for
     * nothing.
     */
    public static String familiar(String reference) {
        String name = reference;
        for (String prefix : new String[]{"docker.io/", "index.docker.io/"}) {
            if (name.startsWith(prefix)) {
                name = name.substring(prefix.length());
            }
        }
        if (name.startsWith("library/")) {
            name = name.substring("library/".length());
        }
        int digest = name.indexOf('@');
        if (digest >= 0) {
            return withoutTag(name.substring(0, digest)) + name.substring(digest);
        }
        return hasTag(name) ? name : name + ":latest";
    }

    private static boolean hasTag(String name) {
        return name.indexOf(':', name.lastIndexOf('/') + 1) >= 0;
    }

    private static String withoutTag(String name) {
        return hasTag(name) ? name.substring(0, name.lastIndexOf(':')) : name;
    }
}
