package dev.jcompose.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.YamlPath;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private static Mapping read(String text) {
        return assertInstanceOf(Mapping.class, YamlReader.read("c.yaml", text).getFirst());
    }

    private static String problems(String text) {
        return assertThrows(InvalidProjectException.class, () -> YamlReader.read("c.yaml", text)).getMessage();
    }

    /** A node as text in flow style, strings in quotes. */
    private static String show(Node node) {
        String tag = node.mergeTag() == Node.MergeTag.NONE ? "" : "!" + node.mergeTag() + " ";
        return tag + switch (node) {
            case Scalar scalar -> scalar.isString() ? "'" + scalar.value() + "'" : String.valueOf(scalar.value());
            case Sequence sequence -> sequence.items().stream().map(YamlReaderTest::show).toList().toString();
            case Mapping mapping -> "{" + String.join(", ", mapping.entries()
                    .entrySet()
                    .stream()
                    .map(e -> e.getKey() + ": " + show(e.getValue().value()))
                    .toList()) + "}";
        };
    }

    private static @Nullable Object value(String plain) {
        return ((Scalar) at(read("a: " + plain), "a")).value();
    }

    private static Node at(Mapping root, String... keys) {
        return Objects.requireNonNull(root.at(YamlPath.of(keys)));
    }

    @Nested
    class Scalars_mean_what_go_takes_them_for {
        @ParameterizedTest
        @ValueSource(strings = {"yes", "no", "on", "off", "y", "n", "1:30", "0x", "1.2.3", "+", "2024-13-01",
                "1e999", "._5", "0o8", "24h"})
        void text(String plain) {
            assertEquals(plain, value(plain));
        }

        @Test
        void integers() {
            assertEquals(288L, value("0440"));
            assertEquals(15L, value("0o17"));
            assertEquals(31L, value("0x1F"));
            assertEquals(5L, value("0b101"));
            assertEquals(1000L, value("1_000"));
            assertEquals(-7L, value("-7"));
            assertEquals(1L, value("+1"));
            assertEquals(0L, value("0"));
            assertEquals(new BigInteger("12345678901234567890"), value("12345678901234567890"));
            assertEquals(7L, value("!!int \"7\""));
        }

        @Test
        void floats() {
            assertEquals(24.1, value("24.10"));
            assertEquals(8.0, value("08"));
            assertEquals(0.5, value(".5"));
            assertEquals(1e10, value("1e10"));
            assertEquals(1e30, value("1000000000000000000000000000000"));
            assertEquals(Double.NEGATIVE_INFINITY, value("-.inf"));
            assertEquals(3.0, value("!!float 3"));
        }

        @Test
        void the_rest() {
            assertEquals(true, value("True"));
            assertEquals(false, value("FALSE"));
            assertEquals(null, value("~"));
            assertEquals(null, value(""));
            assertEquals("12", value("!!str 12"));
            assertEquals("12", value("'12'"));
            assertEquals("true", value("!mine true"));
            assertEquals(OffsetDateTime.parse("2024-01-01T00:00:00Z"), value("2024-01-01"));
            assertEquals(OffsetDateTime.parse("2001-12-14T21:59:43.10-05:00"), value("2001-12-14t21:59:43.10-05:00"));
        }

        @Test
        void times() {
            assertEquals(OffsetDateTime.parse("2020-01-01T10:20:30.5Z"), value("2020-01-01T10:20:30,5Z"));
            assertEquals("2020-01-01T10:20:30", value("2020-01-01T10:20:30"));
            assertEquals("2020-02-30", value("2020-02-30"));
        }

        @Test
        void tags_without_a_name_and_of_merges() {
            assertEquals(1L, value("! 1"));
            assertEquals("1", value("! '1'"));
            assertEquals(null, value("!"));
            assertEquals("{x: 1}", show(at(read("a: {!!merge <<: {x: 1}}"), "a")));
            assertEquals("{<<: {x: 1}}", show(at(read("a: {!!str <<: {x: 1}}"), "a")));
        }

        @Test
        void binary_data_is_the_text_that_it_encodes() {
            assertEquals("hello", value("!!binary aGVsbG8="));
            assertEquals("hello", value("!!binary |\n  aGVs\n  bG8=\n"));
            assertEquals("{hello: 1}", show(read("!!binary aGVsbG8=: 1")));
            for (String wrong : List.of("aGVs bG8=", "~", "/w==")) {
                assertEquals("c.yaml:1:4: '" + wrong + "' is not what its tag !!binary says; write base64 of a text, or"
                        + " remove the tag", problems("a: !!binary " + wrong));
            }
        }

        @Test
        void escapes_that_only_go_knows() {
            Mapping root = read("a: [\"it\\'s \\L\\P\\\\'\", \"\\'\"]\nb: [\"\\'\", c]\n");
            assertEquals("['it's \u2028\u2029\\'', ''']", show(at(root, "a")));
            assertEquals("c.yaml:2:11", ((Sequence) at(root, "b")).items().getLast().position().toString());
            assertEquals("c.yaml:1:8: '\\q' is no escape; write a backslash as '\\\\', or use single quotes",
                    problems("a: \"\\'\\q\""));
        }

        @Test
        void half_a_character() {
            assertEquals("\uD83D\uDE00", value("\"\\U0001F600\""));
            assertTrue(problems("a: \"\\uD83D\"").startsWith("c.yaml:1:4: half a character"));
        }

        @Test
        void the_line_break_of_mainframes() {
            assertEquals("{a: 'b', c: 'd e'}", show(read("a: b\u0085c: 'd\u0085 e'")));
            assertEquals("b\nc\n", value("|\n  b\u0085  c\n"));
        }

        @Test
        void a_block_at_an_end_without_a_line_break() {
            assertEquals("b", value("|\n  b"));
            assertEquals("b", value("|+\n  b"));
            assertEquals("b\n", value("|\n  b\n"));
            assertEquals("b", value(">\n  b"));
        }

        @Test
        void a_tag_that_does_not_fit() {
            assertEquals("c.yaml:1:4: 'x' is not what its tag !!int says; change the value or remove the tag",
                    problems("a: !!int x"));
        }
    }

    @Nested
    class Merges_and_aliases {
        @Test
        void written_keys_win_over_merged_ones_and_earlier_merges_over_later() {
            Mapping root = read("""
                    a: &a {x: 1, y: 1}
                    b: &b {x: 2, z: 2}
                    c: {z: 3, <<: [*b, *a]}
                    """);
            assertEquals("{z: 3, x: 2, y: 1}", show(at(root, "c")));
        }

        @Test
        void what_an_alias_gives_stands_where_its_anchor_is() {
            Mapping root = read("a: &a {x: 1}\nb: *a\nc:\n  <<: *a\n");
            assertEquals("c.yaml:1:4", at(root, "b").position().toString());
            assertEquals("c.yaml:1:11", at(root, "c", "x").position().toString());
        }

        @Test
        void sixty_aliases_of_one_mapping_are_no_bomb() {
            StringBuilder text = new StringBuilder("x: &x {k: v}\n");
            for (int i = 0; i < 60; i++) {
                text.append("s").append(i).append(": *x\n");
            }
            assertEquals(61, read(text.toString()).keys().size());
        }

        @Test
        void mistakes() {
            assertEquals("c.yaml:1:4: no anchor '&b' before this alias; an alias can only name a value written before"
                    + " it in the same file", problems("a: *b"));
            assertEquals("c.yaml:2:4: no anchor '&b:' before this alias; as a key it needs a space before the ':'",
                    problems("a: &b c\nd: *b:\n"));
            assertEquals("c.yaml:1:8: the value of anchor '&a' contains itself; remove this alias",
                    problems("a: &a [*a]"));
            assertEquals("c.yaml:1:5: '<<' can only merge a mapping or a list of mappings; refer to a mapping, as in"
                    + " <<: *name", problems("a: {<<: 1}"));
        }

        @Test
        void an_alias_bomb_is_refused() {
            StringBuilder text = new StringBuilder("a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
            for (int i = 1; i < 12; i++) {
                text.append("a%d: &a%d [%s*a%d]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9), i - 1));
            }
            assertTrue(problems(text.toString()).contains("aliases expand to more than 1000000 values"));
        }
    }

    @Nested
    class Merge_tags {
        @Test
        void are_kept_on_the_node() {
            assertEquals("{a: !RESET null, b: !OVERRIDE [1], c: !OVERRIDE 'true', d: [2]}",
                    show(read("a: !reset [1]\nb: !override [1]\nc: !override true\nd: [!reset 1, 2]")));
        }

        @Test
        void a_reset_value_does_not_travel_with_an_alias_of_what_it_is_in() {
            assertEquals("{b: 1}", show(at(read("a: &a {x: !reset 1, b: 1}\nc: *a"), "c")));
            assertEquals("!RESET null", show(at(read("a: &a !reset 1\nc: *a"), "c")));
            assertEquals("!RESET null", show(at(read("a: &a !reset {b: [*a]}"), "a")));
        }

        @Test
        void a_key_reset_and_merged_is_replaced() {
            assertEquals("{p: !OVERRIDE [1]}", show(at(read("a: &a {p: [1]}\nc: {p: !reset [], <<: *a}"), "c")));
        }
    }

    @Nested
    class Keys {
        @Test
        void repeated_keys_are_all_reported() {
            assertEquals("""
                    c.yaml:2:1: the key 'a' is repeated; remove one; the other is at line 1
                    c.yaml:5:3: the key 'x' is repeated; remove one; the other is at line 4""",
                    problems("a: 1\na: 2\nb:\n  x: 1\n  x: 2\n"));
        }

        @Test
        void must_be_text() {
            assertEquals("c.yaml:1:1: the key 1 is not text; put it in quotes", problems("1: a"));
            assertEquals("c.yaml:1:1: the key true is not text; put it in quotes", problems("true: a"));
            assertEquals("c.yaml:1:3: a key must be text, not a list or mapping", problems("? [a]\n: b"));
            assertEquals("{1: 'a', yes: 'b'}", show(read("'1': a\nyes: b")));
        }
    }

    @Nested
    class Documents {
        @Test
        void come_in_order() {
            assertEquals(List.of("{a: 1}", "{b: 2}"),
                    YamlReader.read("c.yaml", "a: 1\n---\nb: 2\n").stream().map(YamlReaderTest::show).toList());
            assertEquals(List.of(), YamlReader.read("c.yaml", "# nothing\n"));
            assertEquals("null", show(YamlReader.read("c.yaml", "---\n# nothing\n").getFirst()));
        }

        @Test
        void what_one_names_the_next_can_refer_to() {
            assertEquals(List.of("{a: 1}", "{b: 1}"), YamlReader.read("c.yaml", "a: &a 1\n---\nb: *a\n")
                    .stream()
                    .map(YamlReaderTest::show)
                    .toList());
        }
    }

    @Nested
    class Hostile_input {
        @Test
        void byte_order_marks_and_line_ends() {
            assertEquals("{a: 1}", show(read("\uFEFFa: 1\r\n")));
            byte[] wide = "\uFEFFa: 1\n".getBytes(StandardCharsets.UTF_16LE);
            assertEquals("{a: 1}", show(YamlReader.read("c.yaml", wide).getFirst()));
        }

        @Test
        void bytes_that_are_not_utf_8() {
            byte[] latin = "a: x\nb: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
            InvalidProjectException e = assertThrows(InvalidProjectException.class,
                    () -> YamlReader.read("c.yaml", latin));
            assertEquals("c.yaml:2:7: not UTF-8 text; save the file as UTF-8", e.getMessage());
        }

        @Test
        void control_characters() {
            assertTrue(problems("a: 1\nb: \u0000").startsWith("c.yaml:2:4: control character U+0000"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{a: ", "- ", "? "})
        void deep_nesting(String opening) {
            assertTimeout(Duration.ofSeconds(2), () -> assertTrue(
                    problems(opening.repeat(10_000)).contains("nested more than 250 levels deep")));
        }

        @Test
        void more_than_anybody_writes() {
            assertTrue(problems("# " + "x".repeat(YamlReader.MAX_LENGTH)).contains("longer than the 8 MiB"));
            assertTrue(problems("- a\n".repeat(300_000)).contains("more than 250000 values"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a: [", "a: {b", "a: b: c", "a: 'x", "a: \"\\q\"", "a:\n\t- b", "a: @x", "a: |9x\n",
                "a:\n - b\n c", "%YAML 1.2\n---\na: 1", "&", "a: &", "*", "!<", "a\nb: c", "- a\nb: c", "? ?", ": :",
                "%FOO\na", "a: >-\n\t\n x", "--- a\n... b", "'"})
        void ends_in_a_place_and_a_message(String text) {
            String message = problems(text);
            assertTrue(message.matches("(?s)c\\.yaml:\\d+:\\d+: .+"), message);
        }
    }
}
