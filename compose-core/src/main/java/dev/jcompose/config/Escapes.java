package dev.jcompose.config;

import java.util.Locale;
import java.util.Map;

/** Double-quoted YAML. */
final class Escapes {
    /** A text that begins with it is escaped throughout. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final Map<Integer, String> NAMED = Map.ofEntries(Map.entry(0, "0"), Map.entry(7, "a"),
            Map.entry(8, "b"), Map.entry(9, "t"), Map.entry(0x0a, "n"), Map.entry(0x0b, "v"), Map.entry(0x0c, "f"),
            Map.entry(0x0d, "r"), Map.entry(0x1b, "e"), Map.entry(0x22, "\""), Map.entry(0x5c, "\\"),
            Map.entry(0x85, "N"), Map.entry(0xa0, "_"), Map.entry(0x2028, "L"), Map.entry(0x2029, "P"));

    private Escapes() {
    }

    static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        boolean marked = text.startsWith(BYTE_ORDER_MARK);
        text.codePoints().forEach(c -> {
            boolean asIs = !marked && Looks.isPrintable(c) && !Looks.isBreak(c) && c != '"' && c != '\\';
            quoted.append(asIs ? Character.toString(c) : escaped(c));
        });
        return quoted.append('"').toString();
    }

    private static String escaped(int c) {
        String name = NAMED.get(c);
        if (name != null) {
            return "\\" + name;
        }
        String format = c <= 0xff ? "\\x%02X" : c <= 0xffff ? "\\u%04X" : "\\U%08X";
        return String.format(Locale.ROOT, format, c);
    }
}
