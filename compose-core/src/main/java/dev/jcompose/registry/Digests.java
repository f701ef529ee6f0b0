package dev.jcompose.registry;

import dev.jcompose.digest.Sha256;

/** The names that registries give to contents. */
public final class Digests {
    private Digests() {
    }

    /** {@code sha256:} and 64 hexadecimal digits. */
    public static String of(byte[] content) {
        return "sha256:" + Sha256.of(content);
    }
}
