package dev.jcompose.build;

import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.plan.BuildTarget;
import dev.jcompose.process.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has BuildKit build all targets together: one call of {@code docker buildx bake}. */
final class BakeBuilder implements ImageBuilder {
    private final Buildx buildx;
    private final Map<String, String> environment;
    private final ImageBuilder otherwise;

    /**
     * Runs nothing yet.
     *
     * @param otherwise
     *            builds where there turns out to be no buildx
     */
    BakeBuilder(Buildx buildx, Map<String, String> environment, ImageBuilder otherwise) {
        this.buildx = buildx;
        this.environment = Map.copyOf(environment);
        this.otherwise = otherwise;
    }

    @Override
    public void build(Project project, List<BuildTarget> targets, BuildOptions options, Sink sink) {
        if (targets.isEmpty()) {
            return;
        }
        BakeDefinition definition = BakeDefinition.of(project, targets, options);
        try {
            run(project, definition, options, sink, "rawjson");
        } catch (SilentFailure silent) {
            if (!buildx.certain() && !buildx.answers(environment)) {
                otherwise.build(project, targets, options, sink);
            } else if (silent.isOld) {
                run(project, definition, options, sink, "plain");
            } else {
                throw silent.failure;
            }
        }
    }

    private void run(Project project, BakeDefinition definition, BuildOptions options, Sink sink, String progress) {
        List<String> command = new ArrayList<>(buildx.command());
        command.addAll(List.of("bake", "--file", "-", "--progress", progress));
        if (options.builder() != null) {
            command.addAll(List.of("--builder", options.builder()));
        }
        definition.allowances().forEach(allowance -> command.addAll(List.of("--allow", allowance)));
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(definition.environment());
        BakeProgress told = new BakeProgress(definition.services(), options.quiet() ? Quiet.SINK : sink,
                progress.equals("plain"));
        int status;
        try {
            status = Program.run(command, Path.of(project.origin().workingDirectory()), variables,
                    definition.text().getBytes(StandardCharsets.UTF_8), told::result, told::line);
        } catch (IOException e) {
            throw new BuildFailedException("", "", "cannot start: " + e.getMessage(), List.of());
        }
        told.end();
        if (status != 0) {
            if (options.check() && told.reason().isEmpty()) {
                throw new BuildFailedException("", "", "the check has found what is to be mended", List.of());
            }
            if (progress.equals("rawjson") && told.hasNoMessages()) {
                throw new SilentFailure(told.failure(status), told.reason().contains("rawjson"));
            }
            throw told.failure(status);
        }
    }

    /** It ended without a message: it may be a buildx of before {@code rawjson}, or none at all. */
    private static final class SilentFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final BuildFailedException failure;
        private final boolean isOld;

        SilentFailure(BuildFailedException failure, boolean isOld) {
            super(failure);
            this.failure = failure;
            this.isOld = isOld;
        }
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
