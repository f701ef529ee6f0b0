package dev.jcompose.registry;

import java.nio.charset.StandardCharsets;

/** A manifest or an index as a registry keeps it. Immutable. */
public final class Content {
    private final String mediaType;
    private final String digest;
    private final byte[] bytes;

    private Content(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.digest = Digests.of(bytes);
        this.bytes = bytes;
    }

    /** The content of some kind. */
    public static Content of(String mediaType, byte[] bytes) {
        return new Content(mediaType, bytes.clone());
    }

    /** Its kind. */
    public String mediaType() {
        return mediaType;
    }

    /** What registries name it by. */
    public String digest() {
        return digest;
    }

    /** How long it is, in bytes. */
    public int size() {
        return bytes.length;
    }

    /** A copy of its bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
