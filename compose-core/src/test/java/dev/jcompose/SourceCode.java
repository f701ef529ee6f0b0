package dev.jcompose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the package rules see of one Java source file.
 *
 * @param module
 *            the module's directory name
 * @param file
 *            the file's name
 * @param packageName
 *            the package it declares
 * @param code
 *            its text with comments, strings and characters blanked
 * @param names
 *            the qualified names it imports or uses in full, without {@code .*}
 */
record SourceCode(String module, String file, String packageName, String code, Set<String> names) {
    private static final Pattern NOT_CODE = Pattern
            .compile("/\\*.*?\\*/|//[^\\n]*|\"\"\"(?:\\\\.|.)*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'",
                    Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\w.])(?:java|javax|jdk|sun|com|org|net|io|dev|picocli)\\.(?:[a-z][a-z0-9_]*\\.)*[A-Z]\\w*");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s+(?:static\\s+)?([\\w.]+?)(?:\\.\\*)?\\s*;");

    static SourceCode of(String module, String file, String text) {
        String code = NOT_CODE.matcher(text).replaceAll(" ");
        Matcher declared = PACKAGE.matcher(code);
        Set<String> names = new TreeSet<>();
        IMPORT.matcher(code).results().forEach(each -> names.add(each.group(1)));
        NAME.matcher(code).results().forEach(each -> names.add(each.group()));
        return new SourceCode(module, file, declared.find() ? declared.group(1) : "", code, names);
    }

    /** All main sources of modules beside each other in a directory. */
    static List<SourceCode> ofModules(Path reactor, String... modules) throws IOException {
        List<SourceCode> sources = new ArrayList<>();
        for (String module : modules) {
            try (Stream<Path> files = Files.walk(reactor.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
                    sources.add(of(module, String.valueOf(file.getFileName()), Files.readString(file)));
                }
            }
        }
        return sources;
    }

    /** The names that start with a prefix, taken as whole parts of a name. */
    List<String> namesIn(String prefix) {
        return names.stream().filter(name -> (name + ".").startsWith(prefix + ".")).toList();
    }

    /** {@code compose-core dev.jcompose.load.Merge}. */
    @Override
    public String toString() {
        return module + " " + packageName + "." + file.replace(".java", "");
    }
}
