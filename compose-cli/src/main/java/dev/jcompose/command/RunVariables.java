package dev.jcompose.command;

import dev.jcompose.env.DotEnv;
import dev.jcompose.env.Environment;
import dev.jcompose.option.UsageException;
import dev.jcompose.source.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables and labels that are given on the command line. */
final class RunVariables {
    private RunVariables() {
    }

    /**
     * Those of files first, then single ones.
     *
     * @param own
     *            where a bare name has its value from; without one there it is as if it were not said
     */
    static Map<String, @Nullable String> of(Session session, Map<String, String> own, List<String> files,
            List<String> words) {
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        files.forEach(file -> variables.putAll(read(session, file)));
        variables.putAll(named(own, words));
        return variables;
    }

    /** Those that are given one by one, with values of {@code own} for bare names that have one there. */
    static Map<String, String> named(Map<String, String> own, List<String> words) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String value = equals < 0 ? own.get(word) : word.substring(equals + 1);
            if (value != null) {
                variables.put(equals < 0 ? word : word.substring(0, equals), value);
            }
        }
        return variables;
    }

    /** Arguments of a build: what is only named and has no value of ours keeps its place, with null. */
    static Map<String, @Nullable String> arguments(Session session, List<String> words) {
        Map<String, @Nullable String> arguments = new LinkedHashMap<>();
        words.stream().filter(word -> word.indexOf('=') < 0)
                .forEach(word -> arguments.put(word, session.environment().get(word)));
        arguments.putAll(named(Map.of(), words));
        return arguments;
    }

    static Map<String, String> labels(List<String> words) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw new UsageException("label must be set as KEY=VALUE, not \"" + word + "\"");
            }
            labels.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return labels;
    }

    private static Map<String, String> read(Session session, String file) {
        Path path = session.directory().resolve(file);
        byte[] content;
        try {
            content = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UsageException("--env-from-file " + file + ": cannot be read: " + e.getMessage(), e);
        }
        Problems problems = new Problems();
        Map<String, String> found = DotEnv
                .read(file, content, Environment.shell(session.environment()), Environment.EMPTY, problems).toMap();
        problems.throwIfAny();
        return found;
    }
}
