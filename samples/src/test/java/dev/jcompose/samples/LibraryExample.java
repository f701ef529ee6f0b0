package dev.jcompose.samples;

import dev.jcompose.observe.ObservedContainer;
import dev.jcompose.plan.DownOptions;
import dev.jcompose.plan.UpOptions;
import dev.jcompose.project.ComposeProject;
import dev.jcompose.project.ContainerResult;
import dev.jcompose.project.UpResult;
import java.nio.file.Path;

/** Brings a project up, tells what was done and what runs, and takes it down with its volumes. */
public final class LibraryExample {
    public static void main(String[] args) {
        try (ComposeProject project = ComposeProject.open(Path.of(args[0]))) {
            UpResult result = project.up(UpOptions.DEFAULTS.withAwait(true));
            for (ContainerResult web : result.of("web")) {
                System.out.println(web.name() + " " + web.outcome() + ": " + web.cause());
            }

            for (ObservedContainer container : project.observe().containers()) {
                System.out.println(container.name() + " " + container.status().text());
            }

            project.down(DownOptions.DEFAULTS.withVolumes(true));
        }
    }
}
