package dev.jcompose.progress;

import dev.jcompose.execute.Event;
import dev.jcompose.format.Json;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One JSON object a line for programs, by {@code progress-1.schema.json} in {@code schema}.
 */
public final class JsonProgress implements Display {
    private final PrintStream out;
    private final Wording wording = new Wording();

    public JsonProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.StepStarted started -> wording.of(started.step()).forEach(phrase -> {
                Map<String, Object> line = line(phrase.subject(), "Working", phrase.doing());
                line.put("step", started.step().id());
                line.put("cause", started.step().cause());
                print(line);
            });
            case Event.StepDone done -> wording.of(done.step()).forEach(phrase -> {
                Map<String, Object> line = line(phrase.subject(), "Done",
                        done.outcome().isEmpty() ? phrase.done() : done.outcome());
                line.put("step", done.step().id());
                line.put("seconds", done.took().toMillis() / 1000.0);
                print(line);
            });
            case Event.StepFailed failed -> wording.of(failed.step()).forEach(phrase -> {
                Map<String, Object> line = line(phrase.subject(), "Error", "Error");
                line.put("step", failed.step().id());
                line.put("details", String.valueOf(failed.cause().getMessage()));
                print(line);
            });
            case Event.StepProgress progress -> wording.of(progress.step()).forEach(phrase -> {
                Map<String, Object> line = line(progress.part().isEmpty() ? phrase.subject() : progress.part(),
                        "Working", progress.status());
                line.put("parent_id", phrase.subject());
                line.put("current", progress.current());
                line.put("total", progress.total());
                print(line);
            });
            case Event.Notice notice -> print(line("", "Warning", notice.text()));
            case Event.Output output -> wording.of(output.step()).stream().limit(1)
                    .forEach(phrase -> print(line(phrase.subject(), "Working", output.line())));
        }
    }

    @Override
    public synchronized void found(String subject, String state) {
        print(line(subject, "Done", state));
    }

    @Override
    public void close() {
        out.flush();
    }

    private static Map<String, Object> line(String id, String status, String text) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("status", status);
        line.put("text", text);
        return line;
    }

    private void print(Map<String, Object> line) {
        if (!"".equals(line.get("text"))) {
            out.println(Json.of(line));
            out.flush();
        }
    }
}
