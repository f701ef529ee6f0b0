package dev.jcompose.build;

import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.BuildTarget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has BuildKit build all targets together: one call of {@code docker buildx bake}. */
final class BakeBuilder implements ImageBuilder {
    private final List<String> buildx;
    private final Map<String, String> environment;

    BakeBuilder(List<String> buildx, Map<String, String> environment) {
        this.buildx = List.copyOf(buildx);
        this.environment = Map.copyOf(environment);
    }

    @Override
    public void build(Project project, List<BuildTarget> targets, BuildOptions options, Sink sink) {
        if (targets.isEmpty()) {
            return;
        }
        BakeDefinition definition = BakeDefinition.of(project, targets, options);
        try {
            run(project, definition, options, sink, "rawjson");
        } catch (UnknownProgress old) {
            run(project, definition, options, sink, "plain");
        }
    }

    private void run(Project project, BakeDefinition definition, BuildOptions options, Sink sink, String progress) {
        List<String> command = new ArrayList<>(buildx);
        command.addAll(List.of("bake", "--file", "-", "--progress", progress));
        if (options.builder() != null) {
            command.addAll(List.of("--builder", options.builder()));
        }
        definition.allowances().forEach(allowance -> command.addAll(List.of("--allow", allowance)));
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(definition.environment());
        BakeProgress told = new BakeProgress(definition.services(), options.quiet() ? Quiet.SINK : sink);
        int status = Program.run(command, Path.of(project.origin().workingDirectory()), variables,
                definition.text().getBytes(StandardCharsets.UTF_8), told::result, told::line);
        told.end();
        if (status != 0) {
            if (progress.equals("rawjson") && told.hasNoMessages() && told.reason().contains("rawjson")) {
                throw new UnknownProgress();
            }
            throw told.failure(status);
        }
    }

    /** A buildx of before {@code rawjson}. */
    private static final class UnknownProgress extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Hears nothing. */
    private enum Quiet implements Sink {
        SINK;

        @Override
        public void progress(String target, String part, String status) {
            // only the result counts
        }

        @Override
        public void output(String target, String line) {
            // only the result counts
        }
    }
}
