package dev.jcompose.build;

import dev.jcompose.engine.ImageProgress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the classic builder's output apart into steps and what they write. */
final class ClassicOutput {
    private static final int REMEMBERED = 50;
    /** {@code Step 1/2 : RUN true}; Podman says {@code [1/2] STEP 1/2: RUN true}, with the stage if there are several. */
    private static final Pattern STEP = Pattern.compile("(?:\\[(\\d+/\\d+)] )?S(?:tep|TEP) (\\d+/\\d+) ?: (.*)");
    private static final Pattern CACHED = Pattern.compile(" ?-{2,3}> Using cache.*");
    private static final Pattern PODMAN_IMAGE = Pattern.compile("--> [0-9a-f]+|(\\[\\d+/\\d+] )?COMMIT.*");

    private final String service;
    private final ImageBuilder.Sink sink;
    private final boolean quiet;
    private final StringBuilder unfinished = new StringBuilder();
    private final Deque<String> lines = new ArrayDeque<>();
    private String step = "";
    private String status = "";

    ClassicOutput(String service, ImageBuilder.Sink sink, boolean quiet) {
        this.service = service;
        this.sink = sink;
        this.quiet = quiet;
    }

    void accept(ImageProgress message) {
        if (message.output().isEmpty()) {
            if (!quiet && !message.status().isEmpty() && !message.id().isEmpty()) {
                sink.progress(service, message.id(), message.status());
            }
            return;
        }
        unfinished.append(message.output());
        int from = 0;
        for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n", from)) {
            line(unfinished.substring(from, end));
            from = end + 1;
        }
        unfinished.delete(0, from);
    }

    void end() {
        if (!unfinished.isEmpty()) {
            line(unfinished.toString());
            unfinished.setLength(0);
        }
        stepIs(status.equals("cached") ? "cached" : "done");
    }

    private void line(String line) {
        Matcher begun = STEP.matcher(line);
        if (begun.matches()) {
            stepIs(status.equals("cached") ? "cached" : "done");
            String stage = begun.group(1) == null ? "" : begun.group(1) + " ";
            step = "[" + service + " " + stage + begun.group(2) + "] " + begun.group(3);
            lines.clear();
            status = "";
            stepIs("running");
        } else if (CACHED.matcher(line).matches()) {
            stepIs("cached");
        } else if (!line.startsWith(" ---> ") && !PODMAN_IMAGE.matcher(line).matches()
                && !line.startsWith("Removing intermediate container ")
                && !line.startsWith("Successfully ")) {
            wrote(line);
        }
    }

    private void wrote(String line) {
        if (lines.size() == REMEMBERED) {
            lines.removeFirst();
        }
        lines.add(line);
        if (!quiet) {
            sink.output(service, line);
        }
    }

    private void stepIs(String now) {
        if (!step.isEmpty() && !now.equals(status)) {
            status = now;
            if (!quiet) {
                sink.progress(service, step, now);
            }
        }
    }

    BuildFailedException failure(String reason) {
        stepIs("failed");
        return new BuildFailedException(service, step, reason, new ArrayList<>(lines));
    }
}
