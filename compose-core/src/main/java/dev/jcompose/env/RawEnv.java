package dev.jcompose.env;

import dev.jcompose.source.Position;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problems;
import dev.jcompose.source.YamlPath;
import dev.jcompose.template.Variables;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads env files of the format {@code raw}: {@code KEY=value} lines in which quotes and dollars are plain text. */
public final class RawEnv {
    private RawEnv() {
    }

    /**
     * Reads one file.
     *
     * @param file
     *            its name, for positions and sources
     * @param content
     *            UTF-8
     * @param known
     *            gives a value to lines that only name a variable
     * @param earlier
     *            what files before this one set; the result contains it
     * @param problems
     *            takes what is wrong
     */
    public static Environment read(String file, byte[] content, Variables known, Environment earlier,
            Problems problems) {
        Map<String, Variables.Value> found = new LinkedHashMap<>();
        earlier.names().forEach(name -> found.computeIfAbsent(name, earlier::find));
        String text = new String(content, StandardCharsets.UTF_8);
        // A carriage return alone ends no line.
        List<String> lines = List.of((text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r?\n|\r$"));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.indexOf('\0') >= 0) {
                problems.add(Problem.error(new Position(file, i + 1, 1), YamlPath.ROOT,
                        "a variable cannot hold the character U+0000", ""));
                continue;
            }
            int equals = line.indexOf('=');
            String name = equals < 0 ? line : line.substring(0, equals);
            if (name.isEmpty() || name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
                problems.add(Problem.error(new Position(file, i + 1, 1), YamlPath.ROOT,
                        name.isEmpty() ? "a variable has no name" : "a variable's name cannot contain white space",
                        "write NAME=value"));
                continue;
            }
            Variables.Value value = equals < 0
                    ? known.find(name)
                    : new Variables.Value(line.substring(equals + 1), file + ":" + (i + 1));
            if (value != null) {
                found.put(name, value);
            }
        }
        return Environment.of(found);
    }
}
