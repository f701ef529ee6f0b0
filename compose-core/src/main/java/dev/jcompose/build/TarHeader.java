package dev.jcompose.build;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The header of an entry of a tar archive (POSIX ustar). Long names and link targets go into entries of their own before
 * it, and large sizes are written in binary, both as GNU tar does. All belongs to user 0, as all builders have it.
 */
final class TarHeader {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final long LARGEST_OCTAL = 077777777777L;

    private TarHeader() {
    }

    /** One block, or more where names are long. */
    static byte[] of(ContextEntry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BLOCK);
        byte[] name = bytes(entry.path() + (entry.isFolder() ? "/" : ""));
        byte[] link = bytes(entry.link());
        longer(out, 'K', link);
        longer(out, 'L', name);
        out.writeBytes(block(name, link, entry.mode(), entry.size(), entry.modified(), entry.type()));
        return out.toByteArray();
    }

    private static void longer(ByteArrayOutputStream out, char type, byte[] text) {
        if (text.length <= NAME_LENGTH) {
            return;
        }
        byte[] terminated = Arrays.copyOf(text, text.length + 1);
        out.writeBytes(block(bytes("././@LongLink"), new byte[0], 0, terminated.length, 0, type));
        out.writeBytes(terminated);
        out.writeBytes(new byte[(BLOCK - terminated.length % BLOCK) % BLOCK]);
    }

    private static byte[] block(byte[] name, byte[] link, int mode, long size, long modified, char type) {
        byte[] header = new byte[BLOCK];
        System.arraycopy(name, 0, header, 0, Math.min(name.length, NAME_LENGTH));
        octal(header, 100, 8, mode);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        size(header, size);
        octal(header, 136, 12, Math.clamp(modified, 0, LARGEST_OCTAL));
        header[156] = (byte) type;
        System.arraycopy(link, 0, header, 157, Math.min(link.length, NAME_LENGTH));
        byte[] magic = bytes("ustar\00000");
        System.arraycopy(magic, 0, header, 257, magic.length);
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        byte[] checksum = bytes(String.format(Locale.ROOT, "%06o\0 ", sum));
        System.arraycopy(checksum, 0, header, 148, checksum.length);
        return header;
    }

    private static void size(byte[] header, long size) {
        if (size <= LARGEST_OCTAL) {
            octal(header, 124, 12, size);
            return;
        }
        header[124] = (byte) 0x80;
        for (int i = 0; i < 8; i++) {
            header[135 - i] = (byte) (size >>> (8 * i));
        }
    }

    private static void octal(byte[] header, int offset, int length, long value) {
        byte[] digits = bytes(String.format(Locale.ROOT, "%0" + (length - 1) + "o", value));
        System.arraycopy(digits, 0, header, offset, digits.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
