package dev.jcompose.build;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a build by BuildKit ("vertex"), which several targets may share. */
final class BakeStep {
    private static final int REMEMBERED = 50;

    private final Map<String, String> services;
    private final ImageBuilder.Sink sink;
    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder unfinished = new StringBuilder();
    private String name = "";
    private String service = "";
    private String error = "";
    private String status = "";

    BakeStep(Map<String, String> services, ImageBuilder.Sink sink) {
        this.services = services;
        this.sink = sink;
    }

    void update(Map<String, @Nullable Object> vertex) {
        if (name.isEmpty()) {
            name = BakeProgress.text(vertex, "name");
            service = serviceOf(name);
        }
        String failure = BakeProgress.text(vertex, "error");
        boolean ended = vertex.get("completed") != null;
        if (!failure.isEmpty()) {
            error = failure;
            tell(isCause() ? "failed" : "cancelled");
        } else if (ended) {
            tell(Boolean.TRUE.equals(vertex.get("cached")) ? "cached" : "done");
        } else if (vertex.get("started") != null) {
            tell("running");
        }
    }

    /** With one target, names of steps do not tell it. */
    private String serviceOf(String step) {
        int end = step.indexOf(' ');
        String target = step.startsWith("[") && end > 0 ? step.substring(1, end) : "";
        String only = services.size() == 1 ? services.values().iterator().next() : "";
        return services.getOrDefault(target, only);
    }

    void transferring(String part, @Nullable Object current, @Nullable Object total) {
        if (!(current instanceof Number done) || done.longValue() == 0) {
            return;
        }
        String size = size(done.longValue())
                + (total instanceof Number all && all.longValue() > 0 ? " of " + size(all.longValue()) : "");
        String what = part.endsWith(":") ? part.substring(0, part.length() - 1) : part;
        tell(what + " " + size);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? (bytes + 999) / 1000 + "kB" : String.format(Locale.ROOT, "%.1fMB", bytes / 1e6);
    }

    private void tell(String now) {
        if (!now.equals(status)) {
            status = now;
            sink.progress(service, name, now);
        }
    }

    void wrote(String text) {
        unfinished.append(text);
        int from = 0;
        for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n", from)) {
            line(unfinished.substring(from, end));
            from = end + 1;
        }
        unfinished.delete(0, from);
    }

    void flush() {
        if (!unfinished.isEmpty()) {
            line(unfinished.toString());
            unfinished.setLength(0);
        }
    }

    private void line(String text) {
        String line = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        if (lines.size() == REMEMBERED) {
            lines.removeFirst();
        }
        lines.add(line);
        sink.output(service, line);
    }

    /** Failed of itself, not because another step did. */
    boolean isCause() {
        return !error.isEmpty() && !error.contains("context canceled");
    }

    String service() {
        return service;
    }

    String name() {
        return name;
    }

    String error() {
        return error;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
