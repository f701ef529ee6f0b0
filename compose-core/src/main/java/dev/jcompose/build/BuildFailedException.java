package dev.jcompose.build;

import dev.jcompose.source.ComposeException;
import java.util.List;

/**
 * An image could not be built. The message names the service and the step that failed, tells the builder's reason, and
 * ends with the last lines that the step wrote.
 */
public final class BuildFailedException extends ComposeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final String service;
    private final String step;
    private final String reason;
    private final transient List<String> output;

    BuildFailedException(String service, String step, String reason, List<String> output) {
        super(text(service, step, reason, output));
        this.service = service;
        this.step = step;
        this.reason = reason;
        this.output = List.copyOf(output);
    }

    private static String text(String service, String step, String reason, List<String> output) {
        StringBuilder text = new StringBuilder();
        for (String part : List.of(service, step)) {
            text.append(part).append(part.isEmpty() ? "" : ": ");
        }
        text.append(reason);
        output.subList(Math.max(0, output.size() - SHOWN), output.size())
                .forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }

    /** Whose image it is; empty where the builder did not get so far as to say. */
    public String service() {
        return service;
    }

    /** The step that failed, as the builder calls it; empty where it was none in particular. */
    public String step() {
        return step;
    }

    /** The builder's own words. */
    public String reason() {
        return reason;
    }

    /** What the step wrote, line by line; at least the last lines of it. */
    public List<String> output() {
        return output;
    }
}
