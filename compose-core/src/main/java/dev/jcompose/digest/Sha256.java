package dev.jcompose.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits: of one thing, or of several that are added one after the other. */
public final class Sha256 {
    private final MessageDigest sum;

    /** Nothing is added yet. */
    public Sha256() {
        try {
            sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every one must have", missing);
        }
    }

    /** Of a text's UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of bytes. */
    public static String of(byte[] content) {
        return new Sha256().add(content).hex();
    }

    /** Adds bytes. */
    public Sha256 add(byte[] content) {
        sum.update(content);
        return this;
    }

    /** Adds what is in a file, without holding it as a whole. */
    public Sha256 add(Path file) throws IOException {
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), sum)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return this;
    }

    /** The digits; to be asked once. */
    public String hex() {
        return HexFormat.of().formatHex(sum.digest());
    }
}
