package dev.jcompose.build;

import dev.jcompose.json.JsonException;
import dev.jcompose.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code bake --progress rawjson} tells line by line, and remembers what explains a failure. Lines that are
 * no messages are words for people: warnings, and the reason at the end. Safe for use by several threads.
 */
final class BakeProgress {
    private static final int REMEMBERED = 50;
    private static final String ERROR = "ERROR: ";

    private final Map<String, String> services;
    private final ImageBuilder.Sink sink;
    private final boolean plain;
    private final Map<String, BakeStep> steps = new LinkedHashMap<>();
    private final Deque<String> words = new ArrayDeque<>();
    private boolean messages;

    /**
     * Starts with nothing told.
     *
     * @param services
     *            by the names that targets have in the definition
     * @param plain
     *            whether all that comes is words
     */
    BakeProgress(Map<String, String> services, ImageBuilder.Sink sink, boolean plain) {
        this.services = services;
        this.sink = sink;
        this.plain = plain;
    }

    /** A line of standard output: what a check has found. */
    synchronized void result(String line) {
        sink.output("", line);
    }

    /** A line of standard error. */
    synchronized void line(String line) {
        if (line.startsWith("{")) {
            try {
                message(JsonReader.readObject(line));
                messages = true;
                return;
            } catch (JsonException notOne) {
                // words, then
            }
        }
        if (words.size() == REMEMBERED) {
            words.removeFirst();
        }
        words.add(line);
        if (plain) {
            sink.output("", line);
        }
    }

    /** No more lines come. */
    synchronized void end() {
        steps.values().forEach(BakeStep::flush);
    }

    private void message(Map<String, @Nullable Object> message) {
        for (Object vertex : JsonReader.items(message.get("vertexes"))) {
            Map<String, @Nullable Object> members = JsonReader.members(vertex);
            step(text(members, "digest")).update(members);
        }
        for (Object status : JsonReader.items(message.get("statuses"))) {
            Map<String, @Nullable Object> members = JsonReader.members(status);
            step(text(members, "vertex")).transferring(text(members, "id"), members.get("current"),
                    members.get("total"));
        }
        for (Object log : JsonReader.items(message.get("logs"))) {
            Map<String, @Nullable Object> members = JsonReader.members(log);
            step(text(members, "vertex")).wrote(decoded(text(members, "data")));
        }
        for (Object warning : JsonReader.items(message.get("warnings"))) {
            String text = decoded(text(JsonReader.members(warning), "short"));
            if (!text.isEmpty()) {
                sink.output("", "warning: " + text);
            }
        }
    }

    private BakeStep step(String digest) {
        return steps.computeIfAbsent(digest, id -> new BakeStep(services, sink));
    }

    static String text(Map<String, @Nullable Object> members, String key) {
        return members.get(key) instanceof String text ? text : "";
    }

    private static String decoded(String data) {
        try {
            return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return data;
        }
    }

    /** Whether nothing but words came. */
    synchronized boolean hasNoMessages() {
        return !messages;
    }

    /** The last line that names an error, else the last line; empty where there is none. */
    synchronized String reason() {
        String last = "";
        for (String word : words) {
            if (word.startsWith(ERROR)) {
                last = word.substring(ERROR.length());
            } else if (!last.isEmpty() && word.isBlank()) {
                break;
            }
        }
        return last.isEmpty() && !words.isEmpty() ? words.getLast() : last;
    }

    /** What a program that ended with that status has to say for itself. */
    synchronized BuildFailedException failure(int status) {
        for (BakeStep step : steps.values()) {
            if (step.isCause()) {
                return new BuildFailedException(step.service(), step.name(), step.error(), step.lines());
            }
        }
        String reason = reason();
        List<String> rest = new ArrayList<>(words);
        rest.removeIf(word -> word.equals(reason) || word.equals(ERROR + reason) || word.isBlank());
        return new BuildFailedException("", "", reason.isEmpty() ? "exit status " + status : reason, rest);
    }
}
