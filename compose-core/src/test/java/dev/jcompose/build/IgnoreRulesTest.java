package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreRulesTest {
    @ParameterizedTest(name = "[{0}] {1} is ignored: {2}")
    @CsvSource(delimiter = '|', value = {
            // a plain path, and all that is in it
            "target           | target           | true", "target           | target/a/b.class | true",
            "target           | sub/target       | false", "target           | targets          | false",
            "/target          | target/a         | true", "target/          | target/a         | true",
            "./a/../target    | target/a         | true", "a/b              | a                | false",
            "a/b              | a/b/c            | true",
            // one asterisk stays in its folder
            "*.md             | README.md        | true", "*.md             | docs/README.md   | false",
            "*/*.md           | docs/README.md   | true", "*/temp*          | a/temporary/x    | true",
            "*/temp*          | a/b/temporary    | false", "*                | .git/config      | true",
            "a*c              | a/c              | false",
            // two go anywhere
            "**               | a/b/c            | true", "**/*.class       | A.class          | true",
            "**/*.class       | a/b/A.class      | true", "**/node_modules  | node_modules     | true",
            "**/node_modules  | a/node_modules/b | true", "**/node_modules  | a/my_node_modules | false",
            "a/**             | a                | false", "a/**             | a/b/c            | true",
            "a/**/z           | a/z              | true", "a/**/z           | a/b/c/z          | true",
            "a/**/z           | a/bz             | false", "**.log           | x/y.log          | true",
            "**modules        | a/my_modules     | true", "a**              | abc/d            | true",
            // one character, and one of several
            "?.txt            | a.txt            | true", "?.txt            | ab.txt           | false",
            "a?b              | a/b              | false", "[a-c].txt        | b.txt            | true",
            "[a-c].txt        | d.txt            | false", "[^a-c].txt       | d.txt            | true",
            "[a&&b]           | &                | true", "[a-c]**           | b/x/y            | true",
            "a]*              | a]b              | true", "**a]             | x/a]             | true",
            "'[\\^a]x'        | ^x               | true",
            // nothing else is special
            "a.b              | axb              | false", "a+b              | a+b              | true",
            "$x               | $x               | true",
            "'a\\*b'          | a*b              | true", "'a\\*b'          | axb              | false"})
    void matches_as_docker_does(String pattern, String path, boolean ignored) {
        assertEquals(ignored, IgnoreRules.parse(pattern).ignores(path));
    }

    @ParameterizedTest(name = "[{0}] {1} is ignored: {2}")
    @CsvSource(delimiter = '|', value = {"*;!keep.txt          | keep.txt         | false",
            "*;!keep.txt          | other.txt        | true", "*;!keep.txt          | a/keep.txt       | true",
            "!keep.txt;*          | keep.txt         | true", "a;!a/keep            | a/keep/b         | false",
            "a;!a/keep;a/keep/no  | a/keep/no        | true", "a;!a/keep            | a/other          | true",
            "**;!**/*.java        | a/b/C.java       | false", "**;!**/*.java        | a/b/C.class      | true",
            "docs;! docs/index    | docs/index       | false", "!../../**            | a/b              | true",
            // what would have changed nothing for a folder is not known to what is in it
            "a/b;!a               | a/b              | true"})
    void the_last_line_that_matches_decides(String lines, String path, boolean ignored) {
        assertEquals(ignored, IgnoreRules.parse(lines.replace(';', '\n')).ignores(path));
    }

    @ParameterizedTest(name = "[{0}] {1} may hold what is kept: {2}")
    @CsvSource(delimiter = '|', value = {"a;!a/b/c | a | true", "a;!a/b/c | a/b | true", "a;!a/b/c | a/bc | false",
            "*;!**/*.java | a | false", "*;!a/*.java | a | true", "*;!a/*.java | a/b | false"})
    void a_folder_is_gone_through_where_its_name_begins_what_is_kept(String lines, String folder, boolean may) {
        assertEquals(may, IgnoreRules.parse(lines.replace(';', '\n')).root().mayHoldKept(folder));
    }

    @Test
    void comments_blank_lines_and_a_byte_order_mark_say_nothing() {
        IgnoreRules rules = IgnoreRules.parse("\uFEFF# all\n\n   \r\n  a  \r\n #b\n");

        assertEquals(true, rules.ignores("a"));
        assertEquals(true, rules.ignores("#b"), "a comment begins at the line's first character");
        assertEquals(false, rules.ignores("# all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "!/", "!/..", "[a", "a\\", "[]", "[]a]", "[a-]", "[-a]", "[b-a]", "[^]", "[a\\"})
    void refuses_what_is_not_a_pattern(String line) {
        assertThrows(IllegalArgumentException.class, () -> IgnoreRules.parse(line));
    }
}
