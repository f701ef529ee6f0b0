package dev.jcompose.execute;

import dev.jcompose.model.Project;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Step;
import dev.jcompose.provider.ModelRunner;
import dev.jcompose.provider.ProviderProgram;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls the programs that run services and models, and keeps what they tell of themselves. */
final class ProviderSteps {
    private final EventSink events;
    private final Map<String, String> environment;
    private final Map<String, Map<String, String>> variables = new ConcurrentHashMap<>();
    private volatile String modelEndpoint = "";

    ProviderSteps(EventSink events, Map<String, String> environment) {
        this.events = events;
        this.environment = environment;
    }

    String run(Step step, Action.RunProvider run) {
        String service = run.service().name();
        ProviderProgram program = ProviderProgram.of(run.service(), directory(run.project()),
                environment(run.project()));
        if (run.command().equals("stop") && !program.stops()) {
            return "left alone";
        }
        ProviderProgram.Answer answer = program.run(run.project().name(), run.command(),
                line -> events.accept(new Event.StepProgress(step, "", line, -1, -1)));
        variables.put(service, answer.variables(service));
        return "";
    }

    String run(Step step, Action.PrepareModel prepare) {
        ModelRunner runner = ModelRunner.find(directory(prepare.project()), environment(prepare.project()));
        runner.prepare(prepare.model(), line -> events.accept(new Event.StepProgress(step, "", line, -1, -1)));
        modelEndpoint = runner.endpoint();
        return "";
    }

    /** Name and value, by the service that supplied them. */
    Map<String, Map<String, String>> variables() {
        return Map.copyOf(variables);
    }

    /** Where models answer; empty where none was asked. */
    String modelEndpoint() {
        return modelEndpoint;
    }

    private static Path directory(Project project) {
        return Path.of(project.origin().workingDirectory());
    }

    private Map<String, String> environment(Project project) {
        Map<String, String> all = new HashMap<>(project.origin().environment());
        all.putAll(environment);
        return all;
    }
}
