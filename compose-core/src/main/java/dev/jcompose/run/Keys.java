package dev.jcompose.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of keys that ends a conversation, as Docker's clients write it: {@code ctrl-p,ctrl-q}. Immutable.
 *
 * @param text
 *            as written
 * @param bytes
 *            what the keys send
 */
public record Keys(String text, List<Byte> bytes) {
    /** Those of Docker's clients. */
    public static final Keys USUAL = parse("ctrl-p,ctrl-q");

    public Keys { bytes = List.copyOf(bytes); }

    /**
     * Reads a row of keys: single characters, or {@code ctrl-} and a letter or one of {@code @ [ \ ] ^ _}.
     *
     * @throws IllegalArgumentException
     *             if there is a word that is no key
     */
    public static Keys parse(String text) {
        List<Byte> bytes = new ArrayList<>();
        for (String key : text.split(",", -1)) {
            bytes.add(code(key));
        }
        return new Keys(text, bytes);
    }

    private static byte code(String key) {
        if (key.length() == 1 && key.charAt(0) < 128) {
            return (byte) key.charAt(0);
        }
        if (key.startsWith("ctrl-") && key.length() == 6) {
            char letter = Character.toUpperCase(key.charAt(5));
            if (letter >= '@' && letter <= '_') {
                return (byte) (letter - '@');
            }
        }
        throw new IllegalArgumentException("'" + key + "' is no key");
    }

    /** Watches what is typed for these keys. */
    Watch watch() {
        return new Watch(bytes);
    }

    /** Holds back what may be the beginning of the keys. For one thread. */
    static final class Watch {
        private final List<Byte> bytes;
        private int matched;

        private Watch(List<Byte> bytes) {
            this.bytes = bytes;
        }

        /** Whether the keys have been typed. */
        boolean seen() {
            return matched == bytes.size();
        }

        /** What of the typed bytes may be passed on now; what follows the keys is dropped. */
        byte[] pass(byte[] typed, int count) {
            byte[] passed = new byte[count + matched];
            int size = 0;
            for (int i = 0; i < count && !seen(); i++) {
                if (typed[i] == bytes.get(matched)) {
                    matched++;
                    continue;
                }
                for (int held = 0; held < matched; held++) {
                    passed[size++] = bytes.get(held);
                }
                matched = typed[i] == bytes.getFirst() ? 1 : 0;
                if (matched == 0) {
                    passed[size++] = typed[i];
                }
            }
            return Arrays.copyOf(passed, size);
        }
    }
}
