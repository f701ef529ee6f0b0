package dev.jcompose.load;

import static dev.jcompose.load.HostileInput.LOADS;
import static dev.jcompose.load.HostileInput.numbered;
import static dev.jcompose.load.HostileInput.yaml;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts that are hard to read as YAML: large, deep, of wrong bytes, or referring to themselves. */
final class HostileTexts {
    private static final String SERVICE = "services: {a: {image: x}}\n";
    private static final int LARGE = 7 << 20;
    private static final String DEEP = "nested more than 250 levels deep";
    private static final String MANY = "more than 250000 values in one file";
    private static final String EXPANDED = "aliases expand to more than 1000000 values";

    private HostileTexts() {
    }

    static List<HostileInput> large() {
        return List.of(
                yaml("a comment of 7 MiB", LOADS, () -> "#" + "x".repeat(LARGE) + "\n" + SERVICE),
                yaml("7 MiB of line breaks", LOADS, () -> "\n".repeat(LARGE) + SERVICE),
                yaml("an unquoted text of millions of lines", LOADS,
                        () -> SERVICE + "x-a: " + "a\n ".repeat(LARGE / 3)),
                yaml("a quote that is never closed", "compose.yaml:2:6: the quote is not closed",
                        () -> SERVICE + "x-a: \"" + "a\n ".repeat(LARGE / 3)),
                yaml("a block of 7 MiB", LOADS, () -> SERVICE + "x-a: |\n" + "  line\n".repeat(LARGE / 7)),
                yaml("a number of 7 MiB", LOADS, () -> SERVICE + "x-a: " + "1".repeat(LARGE)),
                yaml("a key of 7 MiB", "compose.yaml:1:3: aaa", () -> "? " + "a".repeat(LARGE) + "\n: 1\n"),
                yaml("millions of items", MANY, () -> "x-a: [" + "a,".repeat(LARGE / 2) + "]"),
                yaml("millions of equal keys", "compose.yaml:2:1: the key 'a' is repeated",
                        () -> "a: 1\n".repeat(LARGE / 5)),
                yaml("50,000 keys that are lists", "compose.yaml:1:1: a key must be text",
                        () -> "[a]: b\n".repeat(50_000)),
                yaml("millions of documents", MANY, () -> "---\n".repeat(LARGE / 4)));
    }

    static List<HostileInput> deep() {
        return List.of(
                yaml("10,000 nested lists", DEEP, () -> "x-a: " + "[".repeat(10_000) + "]".repeat(10_000)),
                yaml("10,000 nested mappings", DEEP, () -> "x-a: " + "{a: ".repeat(10_000) + "}".repeat(10_000)),
                yaml("10,000 nested items", DEEP, () -> "x-a:\n" + "- ".repeat(10_000) + "a\n"),
                yaml("10,000 nested keys", DEEP, () -> "? ".repeat(10_000) + "a\n"),
                yaml("2,000 levels of indentation", DEEP, () -> levels(2_000)),
                yaml("millions of opening braces", DEEP, () -> "{".repeat(LARGE)),
                yaml("millions of dashes", DEEP, () -> "- ".repeat(LARGE / 2)),
                yaml("millions of tags", "compose.yaml:1:4: expected a new document", () -> "!a ".repeat(LARGE / 3)));
    }

    static List<HostileInput> anchors() {
        return List.of(
                yaml("100,000 anchors", "no anchor '&b' before this alias",
                        () -> SERVICE + "x-a:\n" + numbered(100_000, "- &a%d 1\n") + "- *b\n"),
                yaml("100,000 aliases", LOADS, () -> SERVICE + "x-b: &b 1\nx-a:\n" + "- *b\n".repeat(100_000)),
                yaml("100,000 unknown aliases", "compose.yaml:3:3: no anchor '&b'",
                        () -> SERVICE + "x-a:\n" + "- *b\n".repeat(100_000)),
                yaml("a bomb of lists", EXPANDED, () -> bomb("[%1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s]")),
                yaml("a bomb of mappings", EXPANDED, () -> bomb("{a: %1$s, b: %1$s, c: %1$s, d: %1$s}")),
                yaml("an anchor that holds itself", "compose.yaml:1:10: the value of anchor '&a' contains itself",
                        () -> "x-a: &a [*a]\n" + SERVICE),
                yaml("an anchor that merges itself", "compose.yaml:1:1",
                        () -> "x-a: &a {<<: *a}\n" + SERVICE),
                yaml("an override that holds itself", "the value of anchor '&a' contains itself",
                        () -> "x-a: &a !override {b: *a}\n" + SERVICE),
                yaml("a reset of an alias of itself", LOADS, () -> "x-a: &a !reset [*a]\n" + SERVICE));
    }

    static List<HostileInput> bytes() {
        return List.of(
                yaml("nothing", "compose.yaml:1:1: nothing is defined", () -> ""),
                yaml("NUL", "compose.yaml:1:7: control character U+0000", () -> "x-a: a\0b\n"),
                yaml("millions of NULs", "compose.yaml:1:1: control character U+0000", () -> "\0".repeat(LARGE)),
                yaml("invalid UTF-8", "compose.yaml:1:6: not UTF-8 text",
                        () -> new byte[]{'x', '-', 'a', ':', ' ', (byte) 0xC3, '('}),
                yaml("Latin-1", "compose.yaml:1:9: not UTF-8 text",
                        () -> "x-a: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
                yaml("half a surrogate", "not UTF-8 text",
                        () -> new byte[]{'#', (byte) 0xED, (byte) 0xA0, (byte) 0x80}),
                yaml("an overlong slash", "not UTF-8 text", () -> new byte[]{'#', (byte) 0xC0, (byte) 0xAF}),
                yaml("a byte order mark", LOADS, () -> "\uFEFF" + SERVICE),
                yaml("only a byte order mark", "nothing is defined", () -> "\uFEFF"),
                yaml("UTF-16", LOADS, () -> ("\uFEFF" + SERVICE).getBytes(StandardCharsets.UTF_16LE)),
                yaml("UTF-16 without a mark", "control character U+0000",
                        () -> SERVICE.getBytes(StandardCharsets.UTF_16LE)),
                yaml("line breaks of Windows", LOADS, () -> "x-a: 1\r\n" + SERVICE.replace("\n", "\r\n")),
                yaml("line breaks of long ago", LOADS, () -> "x-a: 1\r" + SERVICE.replace('\n', '\r')));
    }

    private static String levels(int levels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static String bomb(String level) {
        StringBuilder text = new StringBuilder(SERVICE + "x-0: &a0 {k: 1}\n");
        for (int i = 1; i < 40; i++) {
            text.append("x-").append(i).append(": &a").append(i).append(' ')
                    .append(level.replace("%1$s", "*a" + (i - 1))).append('\n');
        }
        return text.toString();
    }
}
