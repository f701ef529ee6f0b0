package dev.jcompose.execute;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A few small files as a tar archive (ustar), in memory. */
final class TarWriter {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Adds a file; long names get a header of their own (GNU). */
    void add(String path, int uid, int gid, int mode, byte[] content) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        if (nameBytes.length > NAME_LENGTH) {
            byte[] terminated = new byte[nameBytes.length + 1];
            System.arraycopy(nameBytes, 0, terminated, 0, nameBytes.length);
            header("././@LongLink".getBytes(StandardCharsets.US_ASCII), 0, 0, 0, terminated.length, 'L');
            body(terminated);
        }
        header(nameBytes, uid, gid, mode, content.length, '0');
        body(content);
    }

    /** The archive. */
    byte[] finish() {
        out.writeBytes(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    private void body(byte[] content) {
        out.writeBytes(content);
        out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private void header(byte[] name, int uid, int gid, int mode, int size, char type) {
        byte[] header = new byte[BLOCK];
        System.arraycopy(name, 0, header, 0, Math.min(name.length, NAME_LENGTH));
        octal(header, 100, 8, mode);
        octal(header, 108, 8, uid);
        octal(header, 116, 8, gid);
        octal(header, 124, 12, size);
        octal(header, 136, 12, 0);
        header[156] = (byte) type;
        byte[] magic = "ustar\00000".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(magic, 0, header, 257, magic.length);
        java.util.Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        byte[] checksum = String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, header, 148, checksum.length);
        out.writeBytes(header);
    }

    private static void octal(byte[] header, int offset, int length, int value) {
        byte[] digits = String.format(Locale.ROOT, "%0" + (length - 1) + "o", value)
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, header, offset, digits.length);
    }
}
