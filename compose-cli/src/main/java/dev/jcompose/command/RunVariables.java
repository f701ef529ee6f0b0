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

    /** Those of files first, then single ones; a bare name has our own value, or none. */
    static Map<String, @Nullable String> of(Session session, List<String> files, List<String> words) {
        Map<String, @Nullable String> variables = new LinkedHashMap<>();
        files.forEach(file -> variables.putAll(read(session, file)));
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                variables.put(word, session.environment().get(word));
            } else {
                variables.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return variables;
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
