package dev.jcompose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What packages may use: see the architecture for why. Reads the sources of all modules. */
class PackageRulesTest {
    private static final String BASE = "dev.jcompose";

    /** Each library, and the packages that may use it ({@code *} at the end: and all below). */
    private static final Map<String, Set<String>> HOMES = new TreeMap<>(Map.of(
            "org.snakeyaml", Set.of(BASE + ".yaml"),
            "org.everit", Set.of(BASE + ".schema"),
            "org.json", Set.of(BASE + ".schema"),
            "org.jgrapht", Set.of(BASE + ".graph"),
            "org.apache.commons.compress", Set.of(BASE + ".archive"),
            "com.github.dockerjava", Set.of(BASE + ".engine.docker"),
            "com.fasterxml.jackson", Set.of(BASE + ".engine.docker", BASE + ".format"),
            "picocli", Set.of(BASE, BASE + ".command", BASE + ".option"),
            "org.jspecify.annotations", Set.of("*")));

    /** Packages that decide and therefore touch nothing. */
    private static final List<String> PURE = List.of("model", "graph", "template", "plan");

    private static final List<String> FORBIDDEN_TO_PURE = List.of("java.io", "java.net", "java.nio.file.Files",
            BASE + ".engine.docker", BASE + ".engine.memory");

    /** The entry point's constants, which commands below it use. */
    private static final Set<String> SHARED = Set.of(BASE + ".ExitCode", BASE + ".Version", BASE + ".ErrorReport");

    private static final Pattern PROCESS = Pattern
            .compile("\\bSystem\\s*\\.\\s*(?:out|err|in|exit)\\b|\\bgetRuntime\\s*\\(");
    private static final Pattern STATIC_STATE = Pattern
            .compile("(?m)^\\s*(?:(?:public|protected|private|volatile|transient)\\s+)*static\\s+(?!.*\\bfinal\\b)"
                    + "(?!.*\\b(?:class|record|interface|enum)\\b)[^(={;]+[=;]");

    private static List<SourceCode> sources = List.of();

    @BeforeAll
    static void read() throws IOException {
        Path reactor = Path.of("").toAbsolutePath().resolve("..").normalize();
        sources = SourceCode.ofModules(reactor, "schema", "compose-core", "compose-cli");
        assertTrue(sources.size() > 50, "these cannot be all sources below " + reactor);
    }

    private static Stream<SourceCode> below(String module) {
        return sources.stream().filter(source -> source.module().equals(module));
    }

    private static void assertNone(List<String> broken) {
        assertEquals("", String.join("\n", broken));
    }

    @Test
    void packages_do_not_use_each_other_in_circles() {
        assertNone(new PackageCycles(sources, SHARED).found());
    }

    @Test
    void each_library_is_used_at_its_home_only() {
        List<String> broken = new ArrayList<>();
        for (SourceCode source : sources) {
            Set<String> foreign = new TreeSet<>(source.names());
            foreign.removeIf(
                    name -> name.startsWith("java.") || name.startsWith("javax.") || name.startsWith(BASE + "."));
            HOMES.forEach((library, homes) -> {
                if (homes.contains("*") || homes.contains(source.packageName())) {
                    foreign.removeAll(source.namesIn(library));
                }
            });
            foreign.forEach(name -> broken.add(source + " uses " + name));
        }
        assertNone(broken);
    }

    @Test
    void what_decides_touches_nothing() {
        List<String> broken = new ArrayList<>();
        for (SourceCode source : below("compose-core").toList()) {
            if (PURE.contains(source.packageName().replace(BASE + ".", ""))) {
                FORBIDDEN_TO_PURE.forEach(
                        prefix -> source.namesIn(prefix).forEach(name -> broken.add(source + " uses " + name)));
            }
        }
        assertNone(broken);
    }

    @Test
    void the_library_does_not_know_the_command_line() {
        Set<String> commandLine = new TreeSet<>();
        below("compose-cli").forEach(source -> commandLine.add(source.packageName()));
        List<String> broken = new ArrayList<>();
        Stream.concat(below("schema"), below("compose-core"))
                .forEach(source -> source.names().stream()
                        .filter(name -> commandLine.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
                        .forEach(name -> broken.add(source + " uses " + name)));
        assertNone(broken);
    }

    @Test
    void the_library_leaves_the_process_alone() {
        assertNone(Stream.concat(below("schema"), below("compose-core"))
                .flatMap(source -> PROCESS.matcher(source.code()).results().map(use -> source + " uses " + use.group()))
                .toList());
    }

    @Test
    void the_library_has_no_state_that_all_share() {
        assertNone(Stream.concat(below("schema"), below("compose-core"))
                .flatMap(source -> STATIC_STATE.matcher(source.code()).results()
                        .map(field -> source + " has " + field.group().strip()))
                .toList());
    }

    @Test
    void each_package_says_what_it_is_for_and_marks_null() {
        Set<String> packages = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        for (SourceCode source : sources) {
            packages.add(source.module() + " " + source.packageName());
            if (source.file().equals("package-info.java") && source.code().contains("@NullMarked")) {
                described.add(source.module() + " " + source.packageName());
            }
        }
        packages.removeAll(described);
        assertNone(List.copyOf(packages));
    }

    @Nested
    class The_reader {
        @Test
        void sees_imports_and_names_in_full_but_neither_comments_nor_strings() {
            SourceCode source = SourceCode.of("module", "A.java", """
                    package dev.jcompose.a;
                    import java.util.List;
                    import static java.io.File.separator;
                    import org.other.*;
                    /** A {@code java.net.URI} and org.comment.Name. */
                    class A { // java.nio.file.Files
                        Object o = new java.net.URI("org.string.Name \\" org.quoted.Name") ; char c = '"';
                        String s = "System.exit"; int i = list.Size + this.B;
                    }
                    """);
            assertEquals(Set.of("java.util.List", "java.io.File.separator", "java.io.File", "org.other",
                    "java.net.URI"), source.names());
            assertEquals("dev.jcompose.a", source.packageName());
            assertEquals(List.of("java.io.File", "java.io.File.separator"), source.namesIn("java.io"));
        }

        @Test
        void spells_out_a_circle() {
            List<SourceCode> circle = List.of(
                    SourceCode.of("m", "A.java", "package org.a; import org.b.B; class A {}"),
                    SourceCode.of("m", "B.java", "package org.b; class B { org.c.C c; }"),
                    SourceCode.of("m", "C.java", "package org.c; import static org.a.A.x; class C {}"));
            assertEquals(List.of("org.a -> org.b -> org.c -> org.a"), new PackageCycles(circle, Set.of()).found());
            assertEquals(List.of(), new PackageCycles(circle, Set.of("org.a.A")).found());
        }

        @Test
        void tells_state_from_constants() {
            assertTrue(STATIC_STATE.matcher("  private static int count = 0;").find());
            assertTrue(STATIC_STATE.matcher("static volatile Map<String, Integer> seen;").find());
            assertTrue(Stream.of("  static final int A = 1;", "private static final Map<A, B> M = x();",
                    "static int count() { return 1; }", "  static <T> T of(T a) {", "public static class A {",
                    "static record A(int b) {}", "import static a.B.c;")
                    .noneMatch(each -> STATIC_STATE.matcher(each).find()));
        }
    }
}
