package dev.jcompose.samples;

import dev.jcompose.build.Builders;
import dev.jcompose.engine.Engine;
import dev.jcompose.engine.docker.DockerEngine;
import dev.jcompose.engine.docker.DockerHost;
import dev.jcompose.execute.ExecuteOptions;
import dev.jcompose.execute.Executor;
import dev.jcompose.execute.UpRun;
import dev.jcompose.load.ComposeLoader;
import dev.jcompose.load.LoadRequest;
import dev.jcompose.model.Project;
import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.observe.Observer;
import dev.jcompose.plan.DownOptions;
import dev.jcompose.plan.DownPlan;
import dev.jcompose.plan.ImageOptions;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.registry.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Brings a project up, tells what runs, and takes it down with its volumes. */
public final class LibraryExample {
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        Project project = ComposeLoader.load(LoadRequest.of(Path.of(args[0])).withName("library-example")).project();
        try (Engine engine = DockerEngine.connect(DockerHost.fromEnvironment(environment))) {
            Executor executor = new Executor(engine,
                    Builders.of(engine, environment, Credentials.of(environment, Duration.ofSeconds(10))),
                    event -> {}, ExecuteOptions.DEFAULTS);
            new UpRun(engine, executor, question -> false).run(project, ImageOptions.DEFAULTS,
                    UpOptions.DEFAULTS.withAwait(true));

            for (ObservedContainer container : Observer.observe(engine, project).containers()) {
                System.out.println(container.name() + " " + container.status().text());
            }

            DownOptions all = DownOptions.DEFAULTS.withVolumes(true);
            executor.run(DownPlan.of(project, Observer.observe(engine, project), all));
        }
    }
}
