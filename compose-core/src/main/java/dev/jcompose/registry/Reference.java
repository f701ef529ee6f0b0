package dev.jcompose.registry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reference to an image or an artifact names, in full.
 *
 * @param registry
 *            {@code host[:port]}; {@code docker.io} where the reference names none
 * @param repository
 *            the path in it: {@code library/nginx}
 * @param tag
 *            null if there is a digest or if it was left out on purpose
 * @param digest
 *            {@code sha256:…}; null if there is none
 */
public record Reference(String registry, String repository, @Nullable String tag, @Nullable String digest) {
    private static final Pattern REGISTRY = Pattern.compile("(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?"
            + "|\\[[0-9a-fA-F:]+])(?::[0-9]{1,5})?");
    private static final Pattern REST = Pattern.compile("([a-z0-9]+(?:(?:[._]|__|-+|/)[a-z0-9]+)*)"
            + "(?::([A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?");
    private static final String HUB = "docker.io";

    /**
     * Reads a reference as docker does: {@code nginx} is {@code docker.io/library/nginx:latest}. Where there is both a
     * tag and a digest, the digest counts.
     *
     * @throws RegistryException
     *             if it is none
     */
    public static Reference parse(String text) {
        String registry = HUB;
        String rest = text;
        int slash = text.indexOf('/');
        if (slash > 0 && isRegistry(text.substring(0, slash))) {
            registry = text.substring(0, slash);
            rest = text.substring(slash + 1);
        }
        if (registry.equals("index.docker.io")) {
            registry = HUB;
        }
        Matcher parts = REST.matcher(rest);
        if (!REGISTRY.matcher(registry).matches() || !parts.matches() || rest.length() > 400) {
            throw new RegistryException("'" + text + "' is not a reference: write REGISTRY/REPOSITORY:TAG, the "
                    + "repository in lowercase", 0, null);
        }
        String path = parts.group(1);
        String digest = parts.group(3);
        String tag = parts.group(2) == null ? "latest" : parts.group(2);
        return new Reference(registry, registry.equals(HUB) && !path.contains("/") ? "library/" + path : path,
                digest == null ? tag : null, digest);
    }

    private static boolean isRegistry(String part) {
        return part.contains(".") || part.contains(":") || part.equals("localhost") || !part.equals(part.toLowerCase(
                java.util.Locale.ROOT));
    }

    /** The same repository at a digest. */
    public Reference at(String otherDigest) {
        return new Reference(registry, repository, null, otherDigest);
    }

    /** Where requests go: the registry that docker.io stands for has another name. */
    String host() {
        return registry.equals(HUB) ? "registry-1.docker.io" : registry;
    }

    /** What configuration files keep credentials under. */
    String credentialKey() {
        return registry.equals(HUB) ? RegistryName.DOCKER_HUB : registry;
    }

    /** The tag or the digest. */
    String version() {
        return digest != null ? digest : tag != null ? tag : "latest";
    }

    /** As it is written in full. */
    @Override
    public String toString() {
        return registry + "/" + repository + (tag == null ? "" : ":" + tag) + (digest == null ? "" : "@" + digest);
    }
}
